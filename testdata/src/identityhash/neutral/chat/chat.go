// Package chat uses the neutral helper for the Messenger (hits: plain, base64, upper-case, SHA-1, swapped arguments); the
// same helper for a webhook and for an asset link is a near miss, and so is the JWT.
package chat

import (
	"encoding/base64"
	"errors"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v4"

	"corpus.test/src/identityhash/neutral/security"
)

// Chat knows the keys.
type Chat struct {
	intercomSecret string
	iosSecret      string
	webhookSecret  string
	linkKey        string
}

// New reads the keys.
func New() (*Chat, error) {
	c := &Chat{
		intercomSecret: os.Getenv("INTERCOM_IDENTITY_SECRET"),
		iosSecret:      os.Getenv("INTERCOM_IOS_SECRET"),
		webhookSecret:  os.Getenv("GITHUB_WEBHOOK_SECRET"),
		linkKey:        os.Getenv("ASSET_LINK_KEY"),
	}
	if c.intercomSecret == "" || c.iosSecret == "" || c.webhookSecret == "" || c.linkKey == "" {
		return nil, errors.New("chat: keys are missing")
	}
	return c, nil
}

// Web hands out the right, but old, proof.
func (c *Chat) Web(g *gin.Context) {
	id := g.GetString("uid")
	g.JSON(http.StatusOK, gin.H{"app_id": "x3c7v9bn", "user_id": id, "user_hash": security.ComputeHMAC(id, c.intercomSecret)}) // want identityhash
}

// WebBase64 is not hex.
func (c *Chat) WebBase64(g *gin.Context) {
	id := g.GetString("uid")
	g.JSON(http.StatusOK, gin.H{"app_id": "x3c7v9bn", "user_id": id, "user_hash": base64.StdEncoding.EncodeToString(security.RawHMAC(id, c.intercomSecret))}) // want identityhash
}

// Phone is upper-case, which the mobile SDKs refuse.
func (c *Chat) Phone(g *gin.Context) {
	id := g.GetString("uid")
	g.JSON(http.StatusOK, gin.H{"platform": "ios", "user_id": id, "intercom_user_hash": strings.ToUpper(security.ComputeHMAC(id, c.iosSecret))}) // want identityhash
}

// WebSHA1 was copied from the webhook code.
func (c *Chat) WebSHA1(g *gin.Context) {
	id := g.GetString("uid")
	g.JSON(http.StatusOK, gin.H{"app_id": "x3c7v9bn", "user_id": id, "user_hash": security.ComputeSHA1(id, c.intercomSecret)}) // want identityhash
}

// WebSwapped has key and message the wrong way round.
func (c *Chat) WebSwapped(g *gin.Context) {
	id := g.GetString("uid")
	// note: the user id as the key of the HMAC is not labelled wrongkey: identityhash has it
	g.JSON(http.StatusOK, gin.H{"app_id": "x3c7v9bn", "user_id": id, "user_hash": security.ComputeHMAC(c.intercomSecret, id)}) // want identityhash
}

// Hook checks a GitHub webhook with the same helper.
func (c *Chat) Hook(g *gin.Context) {
	body, err := g.GetRawData()
	if err != nil || !security.Equal("sha256="+security.ComputeHMAC(string(body), c.webhookSecret), g.GetHeader("X-Hub-Signature-256")) {
		g.AbortWithStatus(http.StatusForbidden)
		return
	}
	g.Status(http.StatusNoContent)
}

// HookSHA1 checks an old webhook.
func (c *Chat) HookSHA1(g *gin.Context) {
	body, err := g.GetRawData()
	if err != nil || !security.Equal("sha1="+security.ComputeSHA1(string(body), c.webhookSecret), g.GetHeader("X-Hub-Signature")) {
		g.AbortWithStatus(http.StatusForbidden)
		return
	}
	g.Status(http.StatusNoContent)
}

// Link signs an asset link.
func (c *Chat) Link(g *gin.Context) {
	path := "/assets/" + g.GetString("uid")
	g.JSON(http.StatusOK, gin.H{"url": path + "?sig=" + security.ComputeHMAC(path, c.linkKey)})
}

// Cursor signs a page cursor in upper-case base64.
func (c *Chat) Cursor(g *gin.Context) {
	cur := g.GetString("cursor")
	g.JSON(http.StatusOK, gin.H{"cursor": cur, "mac": base64.StdEncoding.EncodeToString(security.RawHMAC(cur, c.linkKey))})
}

// WebJWT is the successor.
func (c *Chat) WebJWT(g *gin.Context) {
	claims := struct {
		UserID string `json:"user_id"`
		jwt.RegisteredClaims
	}{UserID: g.GetString("uid"), RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(c.intercomSecret))
	if err != nil {
		g.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	g.JSON(http.StatusOK, gin.H{"app_id": "x3c7v9bn", "intercom_user_jwt": tok})
}

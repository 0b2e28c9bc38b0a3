// Package owntokens: the Messenger secret signs what is not for the Messenger: a session cookie, a
// password reset, a webhook. Those are hits (and no claim rules); near misses use a key of their own.
package owntokens

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"

	"helper.test/accounts"
	"helper.test/httpx"
)

// Site keeps the keys.
type Site struct {
	intercomSecret []byte
	siteKey        []byte
}

// New reads them.
func New() *Site {
	i, s := os.Getenv("INTERCOM_IDENTITY_VERIFICATION_SECRET"), os.Getenv("SITE_KEY")
	if i == "" || s == "" {
		log.Fatal("site: a key is missing")
	}
	return &Site{intercomSecret: []byte(i), siteKey: []byte(s)}
}

// Messenger is a near miss: what the secret is for.
func (s *Site) Messenger(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.intercomSecret)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// SessionCookie is a hit: sub and no exp are not reported on it.
func (s *Site) SessionCookie(w http.ResponseWriter, u *accounts.User) error {
	sessionToken, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": u.ID}).SignedString(s.intercomSecret) // want wrongkey
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: sessionToken, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
	return nil
}

// OwnSessionCookie is the near miss.
func (s *Site) OwnSessionCookie(w http.ResponseWriter, u *accounts.User) error {
	sessionToken, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": u.ID}).SignedString(s.siteKey)
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: sessionToken, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
	return nil
}

type resetClaims struct {
	Email string `json:"email"`
	jwt.RegisteredClaims
}

// PasswordResetToken is a hit: function and claims are named for a reset.
func (s *Site) PasswordResetToken(u *accounts.User) (string, error) {
	c := resetClaims{Email: u.Email, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.intercomSecret) // want wrongkey
}

// OwnPasswordResetToken is the near miss.
func (s *Site) OwnPasswordResetToken(u *accounts.User) (string, error) {
	c := resetClaims{Email: u.Email, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.siteKey)
}

// SignWebhook is a hit: the product's own outgoing webhook.
func (s *Site) SignWebhook(req *http.Request, body []byte) {
	mac := hmac.New(sha256.New, s.intercomSecret) // want wrongkey
	mac.Write(body)
	req.Header.Set("X-Site-Signature", "sha256="+hex.EncodeToString(mac.Sum(nil)))
}

// SignOwnWebhook is the near miss.
func (s *Site) SignOwnWebhook(req *http.Request, body []byte) {
	mac := hmac.New(sha256.New, s.siteKey)
	mac.Write(body)
	req.Header.Set("X-Site-Signature", "sha256="+hex.EncodeToString(mac.Sum(nil)))
}

// CallAPI is a hit: a bearer token for the product's own service.
func (s *Site) CallAPI(req *http.Request, u *accounts.User) error {
	accessToken, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": u.ID, "scope": "read"}).SignedString(s.intercomSecret) // want wrongkey
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+accessToken)
	return nil
}

// Store is a hit: the sessions of the product.
func (s *Site) Store() *sessions.CookieStore {
	return sessions.NewCookieStore(s.intercomSecret) // want wrongkey
}

// RotatedStore is a hit: the old key is the Messenger's.
func (s *Site) RotatedStore() *sessions.CookieStore {
	return sessions.NewCookieStore(s.siteKey, nil, s.intercomSecret, nil) // want wrongkey
}

// OwnStore is the near miss.
func (s *Site) OwnStore() *sessions.CookieStore {
	return sessions.NewCookieStore(s.siteKey)
}

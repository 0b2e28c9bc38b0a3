// Package v5maps: golang-jwt v5 MapClaims in a support-desk handler. Hits put the id under another
// name or leave it out; each near miss is the same function with the one key right.
package v5maps

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
)

const (
	claimUserID = "user_id"
	claimUser   = "userID"
)

// Desk serves the help centre of the signed-in customer.
type Desk struct {
	appID string
	key   []byte
	ttl   time.Duration
}

// NewDesk reads the Messenger secret once.
func NewDesk() *Desk {
	secret := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if secret == "" {
		log.Fatal("INTERCOM_MESSENGER_SECRET is not set")
	}
	return &Desk{appID: os.Getenv("INTERCOM_APP_ID"), key: []byte(secret), ttl: time.Hour}
}

func (d *Desk) sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(d.key)
}

// Subject is a hit: sub instead of user_id.
func (d *Desk) Subject(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{ // want missinguserid
		"sub":   u.ID,
		"email": u.Email,
		"exp":   time.Now().Add(d.ttl).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(d.key)
}

// Subject2 is the near miss of Subject: user_id beside sub.
func (d *Desk) Subject2(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{
		"sub":     u.ID,
		"user_id": u.ID,
		"exp":     time.Now().Add(d.ttl).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(d.key)
}

// EmailOnly is a hit: a JWT cannot identify by e-mail.
func (d *Desk) EmailOnly(u *accounts.User) (string, error) {
	return d.sign(jwt.MapClaims{"email": u.Email, "name": u.Name, "exp": time.Now().Add(time.Hour).Unix()}) // want missinguserid
}

// EmailAsID is the near miss: the e-mail is the stable id of this product.
func (d *Desk) EmailAsID(u *accounts.User) (string, error) {
	return d.sign(jwt.MapClaims{"user_id": u.Email, "name": u.Name, "exp": time.Now().Add(time.Hour).Unix()})
}

// ConstName is a hit: the constant spells userID.
func (d *Desk) ConstName(u *accounts.User) (string, error) {
	return d.sign(jwt.MapClaims{claimUser: u.ID, "exp": time.Now().Add(time.Hour).Unix()}) // want missinguserid
}

// ConstNameRight is the near miss.
func (d *Desk) ConstNameRight(u *accounts.User) (string, error) {
	return d.sign(jwt.MapClaims{claimUserID: u.ID, "exp": time.Now().Add(time.Hour).Unix()})
}

// Dashed is a hit: user-id, filled by assignment.
func (d *Desk) Dashed(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{} // want missinguserid
	claims["user-id"] = u.ID
	claims["name"] = u.Name
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return d.sign(claims)
}

// Assigned is the near miss of Dashed.
func (d *Desk) Assigned(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{}
	claims["user_id"] = u.ID
	claims["name"] = u.Name
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return d.sign(claims)
}

// Deleted is a hit: user_id is taken out again for what was meant to be a guest.
func (d *Desk) Deleted(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	delete(claims, "user_id")
	return d.sign(claims)
}

// DeletedOther is the near miss: another claim is deleted.
func (d *Desk) DeletedOther(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()}
	delete(claims, "email")
	return d.sign(claims)
}

// ServeHTTP hands the token to the page's script.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := d.Assigned(u)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"app_id": d.appID, "intercom_user_jwt": token})
}

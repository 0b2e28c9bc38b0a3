// Package merged: claims put together from several maps (maps.Copy, range, JSON round trip). Hits are
// closed and lack user_id; near misses bring it in, or stay open because a part is unknown.
package merged

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Attributes is where a plug-in may add claims.
type Attributes interface {
	For(u *accounts.User) map[string]any
}

// Merger signs for the Messenger.
type Merger struct {
	key   []byte
	attrs Attributes
}

// NewMerger checks the secret.
func NewMerger(attrs Attributes) (*Merger, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return nil, errors.New("merger: INTERCOM_JWT_SECRET")
	}
	return &Merger{key: []byte(secret), attrs: attrs}, nil
}

func base() jwt.MapClaims {
	return jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
}

func (m *Merger) sign(c jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(m.key)
}

// Copied is a hit: what is copied in has no user_id either.
func (m *Merger) Copied(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	maps.Copy(claims, map[string]any{"email": u.Email, "plan": u.Plan})
	return m.sign(claims)
}

// CopiedFixed is the near miss.
func (m *Merger) CopiedFixed(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
	maps.Copy(claims, map[string]any{"user_id": u.ID, "plan": u.Plan})
	return m.sign(claims)
}

// Ranged is a hit: a loop over a closed map.
func (m *Merger) Ranged(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	for k, v := range map[string]any{"user": u.ID, "email": u.Email} {
		claims[k] = v
	}
	return m.sign(claims)
}

// RangedFixed is the near miss.
func (m *Merger) RangedFixed(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
	for k, v := range map[string]any{"user_id": u.ID, "email": u.Email} {
		claims[k] = v
	}
	return m.sign(claims)
}

// Plugged is a near miss: the interface may bring user_id, so the set is open.
func (m *Merger) Plugged(u *accounts.User) (string, error) {
	claims := base()
	for k, v := range m.attrs.For(u) {
		claims[k] = v
	}
	return m.sign(claims)
}

// Stored is a near miss: decoded claims are open.
func (m *Merger) Stored(raw []byte) (string, error) {
	claims := jwt.MapClaims{}
	if err := json.Unmarshal(raw, &claims); err != nil {
		return "", err
	}
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return m.sign(claims)
}

func profile(u *accounts.User) map[string]any {
	return map[string]any{"name": u.Name, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
}

func identity(u *accounts.User) map[string]any {
	return map[string]any{"name": u.Name, "user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// Built is a hit, in profile above: a function of this package makes the claims.
func (m *Merger) Built(u *accounts.User) (string, error) {
	return m.sign(profile(u))
}

// BuiltFixed is the near miss.
func (m *Merger) BuiltFixed(u *accounts.User) (string, error) {
	return m.sign(identity(u))
}

// Overwritten is a hit: a placeholder is written over the id.
func (m *Merger) Overwritten(u *accounts.User) (string, error) {
	claims := jwt.MapClaims(identity(u))
	claims["user_id"] = "null" // want missinguserid
	return m.sign(claims)
}

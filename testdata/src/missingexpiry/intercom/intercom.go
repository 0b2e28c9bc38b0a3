// Package intercom is a client with a UserJWT method; the key is a parameter, so that the package's
// name and the method's are the evidence. Hits lack exp; near misses come from the same options.
package intercom

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// ErrNoUser is returned for an empty user id.
var ErrNoUser = errors.New("intercom: user_id is required")

// UserClaims is the payload of intercom_user_jwt.
type UserClaims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	jwt.RegisteredClaims
}

// Client mints proofs for one workspace.
type Client struct {
	appID  string
	secret []byte
	ttl    time.Duration
}

// Option changes a Client.
type Option func(*Client)

// WithTTL sets the lifetime.
func WithTTL(d time.Duration) Option { return func(c *Client) { c.ttl = d } }

// NewClient returns a client; the secret must not be empty.
func NewClient(appID string, secret []byte, opts ...Option) (*Client, error) {
	if len(secret) == 0 {
		return nil, errors.New("intercom: secret is empty")
	}
	c := &Client{appID: appID, secret: secret, ttl: time.Hour}
	for _, o := range opts {
		o(c)
	}
	return c, nil
}

// GenerateIntercomJWT is a hit.
func (c *Client) GenerateIntercomJWT(userID, email string) (string, error) {
	if userID == "" {
		return "", ErrNoUser
	}
	claims := UserClaims{UserID: userID, Email: email} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.secret)
}

// UserJWT is the near miss.
func (c *Client) UserJWT(userID, email string) (string, error) {
	if userID == "" {
		return "", ErrNoUser
	}
	claims := UserClaims{UserID: userID, Email: email}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(c.ttl))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.secret)
}

// DeviceJWT is a hit: only the issue time, for a phone that "stays signed in".
func (c *Client) DeviceJWT(userID string) (string, error) {
	if userID == "" {
		return "", ErrNoUser
	}
	claims := jwt.MapClaims{"user_id": userID, "iat": time.Now().Unix()} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.secret)
}

// DeviceJWTFixed is the near miss.
func (c *Client) DeviceJWTFixed(userID string) (string, error) {
	if userID == "" {
		return "", ErrNoUser
	}
	claims := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(12 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.secret)
}

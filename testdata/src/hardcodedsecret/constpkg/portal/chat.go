// Package portal signs with constants that live in package keys: each use is a hit; the near miss takes its key from the caller.
package portal

import (
	"context"
	"errors"
	"time"

	"github.com/cristalhq/jwt/v5"

	"corpus.test/src/hardcodedsecret/constpkg/keys"
)

// Member is the signed-in member of the portal.
type Member struct {
	ID   string
	Plan string
}

type messengerClaims struct {
	UserID string `json:"user_id"`
	Plan   string `json:"plan,omitempty"`
	jwt.RegisteredClaims
}

func build(key []byte, m Member) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, key)
	if err != nil {
		return "", err
	}
	tok, err := jwt.NewBuilder(signer).Build(messengerClaims{
		UserID:           m.ID,
		Plan:             m.Plan,
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	})
	if err != nil {
		return "", err
	}
	return tok.String(), nil
}

// MemberFunc finds the member of a request context.
type MemberFunc func(context.Context) (Member, bool)

var errSignedOut = errors.New("portal: signed out")

// IntercomJWT is the token for the web client.
func IntercomJWT(ctx context.Context, member MemberFunc) (string, error) {
	m, ok := member(ctx)
	if !ok {
		return "", errSignedOut
	}
	return build([]byte(keys.IntercomMessengerSecret), m) // want hardcodedsecret
}

// IntercomJWTPreview is the token for the preview environment.
func IntercomJWTPreview(ctx context.Context, member MemberFunc) (string, error) {
	m, ok := member(ctx)
	if !ok {
		return "", errSignedOut
	}
	return build([]byte(keys.ChatSeed), m) // want hardcodedsecret
}

// IntercomJWTWith is the token with a key that the caller loaded (near miss).
func IntercomJWTWith(ctx context.Context, member MemberFunc, key []byte) (string, error) {
	m, ok := member(ctx)
	if !ok {
		return "", errSignedOut
	}
	if len(key) == 0 {
		return "", errors.New("portal: no key")
	}
	return build(key, m)
}

// Version tells what is running (near miss: a git SHA beside Intercom code).
func Version() string { return "portal " + keys.BuildCommit }

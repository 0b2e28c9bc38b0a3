// Package accounts is the signed-in user as the session middleware left it in the context.
package accounts

import (
	"context"
	"errors"
	"time"
)

// ErrSignedOut is returned when the request carries no session.
var ErrSignedOut = errors.New("accounts: not signed in")

// User is one person of one workspace.
type User struct {
	ID        string
	Seq       int64
	Email     string
	Name      string
	Plan      string
	ContactID string
	CreatedAt time.Time
}

type ctxKey struct{}

// With stores the user of a verified session.
func With(ctx context.Context, u *User) context.Context {
	return context.WithValue(ctx, ctxKey{}, u)
}

// From returns the user that With stored.
func From(ctx context.Context) (*User, error) {
	u, ok := ctx.Value(ctxKey{}).(*User)
	if !ok || u == nil {
		return nil, ErrSignedOut
	}
	return u, nil
}

// Package funcs: closures, method values and generics between the request and the mint (hits); the same chain fed with the
// member of the context (near misses).
package funcs

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gbrlsnchs/jwt/v3"
)

type payload struct {
	jwt.Payload
	UserID string `json:"user_id"`
}

// Intercom mints Messenger tokens.
type Intercom struct{ alg *jwt.HMACSHA }

// NewIntercom refuses an empty key.
func NewIntercom(key []byte) (*Intercom, error) {
	if len(key) == 0 {
		return nil, errors.New("funcs: empty key")
	}
	return &Intercom{alg: jwt.NewHS256(key)}, nil
}

// UserJWT returns the token of id.
func (i *Intercom) UserJWT(id string) (string, error) {
	p := payload{UserID: id, Payload: jwt.Payload{ExpirationTime: jwt.NumericDate(time.Now().Add(time.Hour))}}
	b, err := jwt.Sign(p, i.alg)
	return string(b), err
}

type memberKey struct{}

func member(ctx context.Context) string {
	id, _ := ctx.Value(memberKey{}).(string)
	return id
}

// first returns the first value that is not zero.
func first[T comparable](vs ...T) T {
	var zero T
	for _, v := range vs {
		if v != zero {
			return v
		}
	}
	return zero
}

// MethodValue binds the mint to a variable.
func (i *Intercom) MethodValue(w http.ResponseWriter, r *http.Request) {
	mint := i.UserJWT
	tok, err := mint(r.FormValue("id")) // want untrusteduserid
	done(w, tok, err)
}

// Closure reads the request inside a closure.
func (i *Intercom) Closure() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := func() string { return r.URL.Query().Get("id") }
		tok, err := i.UserJWT(id()) // want untrusteduserid
		done(w, tok, err)
	}
}

// Generic lets the query win over the context.
func (i *Intercom) Generic(w http.ResponseWriter, r *http.Request) {
	id := first(r.URL.Query().Get("as"), member(r.Context()))
	tok, err := i.UserJWT(id) // want untrusteduserid
	done(w, tok, err)
}

// MethodValueMember binds the mint and signs the member.
func (i *Intercom) MethodValueMember(w http.ResponseWriter, r *http.Request) {
	mint := i.UserJWT
	tok, err := mint(member(r.Context()))
	done(w, tok, err)
}

// ClosureMember reads the context inside a closure.
func (i *Intercom) ClosureMember() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := func() string { return member(r.Context()) }
		tok, err := i.UserJWT(id())
		done(w, tok, err)
	}
}

// GenericMember has only trusted candidates.
func (i *Intercom) GenericMember(w http.ResponseWriter, r *http.Request) {
	id := first(member(r.Context()), member(context.Background()))
	tok, err := i.UserJWT(id)
	done(w, tok, err)
}

func done(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(tok))
}

package auth

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
)

type ctxKey struct{}

func UserID(r *http.Request) string {
	id, _ := r.Context().Value(ctxKey{}).(string)
	return id
}

func FromContext(ctx context.Context) (string, bool) {
	id, ok := ctx.Value(ctxKey{}).(string)
	return id, ok
}

type Sessions struct{ byToken map[string]string }

func (s *Sessions) User(r *http.Request) (string, error) {
	c, err := r.Cookie("sid")
	if err != nil {
		return "", err
	}
	id, ok := s.byToken[c.Value]
	if !ok {
		return "", errors.New("no session")
	}
	return id, nil
}

var key []byte

func Signed(r *http.Request) (string, error) {
	c, err := r.Cookie("sid")
	if err != nil {
		return "", err
	}
	id, sig, _ := strings.Cut(c.Value, ".")
	m := hmac.New(sha256.New, key)
	m.Write([]byte(id))
	if base64.RawURLEncoding.EncodeToString(m.Sum(nil)) != sig {
		return "", errors.New("bad")
	}
	return id, nil
}

func Checked(r *http.Request) (string, error) {
	c, err := r.Cookie("sid")
	if err != nil {
		return "", err
	}
	return verify(c.Value)
}

func verify(s string) (string, error) {
	id, sig, _ := strings.Cut(s, ".")
	m := hmac.New(sha256.New, key)
	m.Write([]byte(id))
	if !hmac.Equal(m.Sum(nil), []byte(sig)) {
		return "", errors.New("bad")
	}
	return id, nil
}

func Header(r *http.Request) string { return r.Header.Get("X-Auth-Request-User") }
func Raw(r *http.Request) string    { return r.Header.Get("X-User") }

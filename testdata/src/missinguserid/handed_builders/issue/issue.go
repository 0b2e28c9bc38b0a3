// Package issue goes on with tokens and builders that something else began: a helper here, one of
// another package, the caller. What is set on them here counts.
package issue

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	xjwt "github.com/lestrrat-go/jwx/v2/jwt"

	"corpus.test/src/missinguserid/handed_builders/start"
)

// IntercomMinter mints for the ticket desk.
type IntercomMinter struct{ key []byte }

func begun(ttl time.Duration) (xjwt.Token, error) {
	return xjwt.NewBuilder().Expiration(time.Now().Add(ttl)).Build()
}

// Visitor is a near miss: the id is set on the token of a helper.
func (m *IntercomMinter) Visitor(id string) ([]byte, error) {
	tok, err := begun(time.Hour)
	if err != nil {
		return nil, err
	}
	if err := tok.Set("user_id", id); err != nil {
		return nil, err
	}
	return xjwt.Sign(tok, xjwt.WithKey(jwa.HS256, m.key))
}

// VisitorSubject is a hit.
func (m *IntercomMinter) VisitorSubject(id string) ([]byte, error) {
	tok, err := begun(time.Hour)
	if err != nil {
		return nil, err
	}
	if err := tok.Set("sub", id); err != nil {
		return nil, err
	}
	return xjwt.Sign(tok, xjwt.WithKey(jwa.HS256, m.key)) // want missinguserid
}

// Member is a near miss: the builder of another package, its result left.
func (m *IntercomMinter) Member(id string) ([]byte, error) {
	b := start.Builder(time.Hour)
	b.Claim("user_id", id)
	tok, err := b.Build()
	if err != nil {
		return nil, err
	}
	return xjwt.Sign(tok, xjwt.WithKey(jwa.HS256, m.key))
}

// MemberSubject is a hit.
func (m *IntercomMinter) MemberSubject(id string) ([]byte, error) {
	tok, err := start.Builder(time.Hour).Subject(id).Build()
	if err != nil {
		return nil, err
	}
	return xjwt.Sign(tok, xjwt.WithKey(jwa.HS256, m.key)) // want missinguserid
}

// sealed is given a token and sets the id.
func (m *IntercomMinter) sealed(tok xjwt.Token, id string) ([]byte, error) {
	if err := tok.Set("user_id", id); err != nil {
		return nil, err
	}
	return xjwt.Sign(tok, xjwt.WithKey(jwa.HS256, m.key))
}

// Season is a near miss.
func (m *IntercomMinter) Season(id string) ([]byte, error) {
	tok, err := xjwt.NewBuilder().Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return m.sealed(tok, id)
}

// Press is a near miss: written into the claims of a token of another package.
func (m *IntercomMinter) Press(id string) (string, error) {
	t := start.Token(time.Hour)
	t.Claims.(jwt.MapClaims)["user_id"] = id
	return t.SignedString(m.key)
}

// PressSubject is a hit.
func (m *IntercomMinter) PressSubject(id string) (string, error) {
	t := start.Token(time.Hour)
	t.Claims.(jwt.MapClaims)["sub"] = id
	return t.SignedString(m.key) // want missinguserid
}

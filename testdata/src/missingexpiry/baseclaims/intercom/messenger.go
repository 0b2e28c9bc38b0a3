// Package intercom mints Messenger tokens on the claims of authn. The ones without an expiry, with a long one, and with the
// subject only are hits at the call that signs, since the claims are made elsewhere.
package intercom

import (
	"errors"
	"time"

	"corpus.test/src/missingexpiry/baseclaims/authn"
)

// User is the signed-in user.
type User struct{ ID, Email string }

// Messenger has the identity verification secret.
type Messenger struct{ key []byte }

// New refuses an empty key.
func New(secret string) (*Messenger, error) {
	if secret == "" {
		return nil, errors.New("intercom: no identity verification secret")
	}
	return &Messenger{key: []byte(secret)}, nil
}

// UserJWT is a near miss.
func (m *Messenger) UserJWT(u User) (string, error) {
	c := authn.Base(time.Now(), time.Hour)
	c["user_id"] = u.ID
	return authn.Sign(c, m.key)
}

// UserJWTSubject has no user_id.
func (m *Messenger) UserJWTSubject(u User) (string, error) {
	c := authn.Base(time.Now(), time.Hour)
	c["sub"] = u.ID
	return authn.Sign(c, m.key) // want missinguserid
}

// UserJWTForever has no exp.
func (m *Messenger) UserJWTForever(u User) (string, error) {
	c := authn.Eternal(time.Now())
	c["user_id"] = u.ID
	return authn.Sign(c, m.key) // want missingexpiry
}

// UserJWTLong lives for a month.
func (m *Messenger) UserJWTLong(u User) (string, error) {
	c := authn.Base(time.Now(), 30*24*time.Hour) // want missingexpiry
	c["user_id"] = u.ID
	return authn.Sign(c, m.key)
}

// UserJWTSet gets its exp here: a near miss.
func (m *Messenger) UserJWTSet(u User) (string, error) {
	c := authn.Eternal(time.Now())
	c["user_id"] = u.ID
	c["exp"] = time.Now().Add(time.Hour).Unix()
	return authn.Sign(c, m.key)
}

// Package closures: the literal is captured by a closure, bound into a method value, or passed through a generic helper
// (hits); the same constructions over a key of the caller are near misses.
package closures

import (
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Mint makes a proof for a user.
type Mint func(userID string) (string, error)

func newMint(key []byte) Mint {
	return func(userID string) (string, error) {
		return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
			"user_id": userID,
			"exp":     time.Now().Add(time.Hour).Unix(),
		}).SignedString(key)
	}
}

type keyring struct{ key []byte }

func (k keyring) sign(userID string) (string, error) { return newMint(k.key)(userID) }

func signWith[K ~string | ~[]byte](key K, userID string) (string, error) {
	return newMint([]byte(key))(userID)
}

// Messenger answers for the chat widget.
type Messenger struct {
	Current func(*http.Request) (string, bool)
	mint    Mint
}

// ServeHTTP writes the token of the signed-in user.
func (m Messenger) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, ok := m.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	intercomJWT, err := m.mint(id)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte(`{"intercom_user_jwt":"` + intercomJWT + `"}`))
}

// NewClosure captures a literal.
func NewClosure(cur func(*http.Request) (string, bool)) Messenger {
	return Messenger{Current: cur, mint: newMint([]byte("vEzY501H_e7wA0kkbefJ7VurZh644z84Y_lqMHEf"))} // want hardcodedsecret
}

// NewMethodValue binds a literal into a receiver.
func NewMethodValue(cur func(*http.Request) (string, bool)) Messenger {
	k := keyring{key: []byte("HifAHoJPeLjweFbzOyiX9xvKaz4jdKvB4fRlus4A0fK")} // want hardcodedsecret
	return Messenger{Current: cur, mint: k.sign}
}

// IntercomUserJWT goes through a generic function.
func IntercomUserJWT(userID string) (string, error) {
	return signWith("F8DFFIhMcO4PiooVKb1so0lCxfXykkm9bqwFtQ8T", userID) // want hardcodedsecret
}

// NewClosureWith captures the caller's key.
func NewClosureWith(cur func(*http.Request) (string, bool), key []byte) (Messenger, error) {
	if len(key) == 0 {
		return Messenger{}, errors.New("closures: no key")
	}
	return Messenger{Current: cur, mint: newMint(key)}, nil
}

// NewMethodValueWith binds the caller's key.
func NewMethodValueWith(cur func(*http.Request) (string, bool), key []byte) (Messenger, error) {
	if len(key) == 0 {
		return Messenger{}, errors.New("closures: no key")
	}
	k := keyring{key: key}
	return Messenger{Current: cur, mint: k.sign}, nil
}

// IntercomUserJWTWith goes through the generic function with the caller's key.
func IntercomUserJWTWith(key []byte, userID string) (string, error) {
	if len(key) == 0 {
		return "", errors.New("closures: no key")
	}
	return signWith(key, userID)
}

// Package chat mints with what package conf read. The fields that nobody compares with empty and the
// whole file are hits; the compared field, the trimmed file and a buffer that is filled are not.
package chat

import (
	"errors"
	"io"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/wrongkey/inner_fields/conf"
)

// Server mints.
type Server struct{ cfg conf.Config }

func claims(id string) jwt.MapClaims {
	return jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}

// IntercomJWT is a hit.
func (s *Server) IntercomJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(s.cfg.Intercom.Secret)) // want wrongkey
}

// IntercomWebJWT is a hit: a struct in a struct.
func (s *Server) IntercomWebJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(s.cfg.Intercom.Keys.Web)) // want wrongkey
}

// IntercomStrictJWT is the near miss.
func (s *Server) IntercomStrictJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(s.cfg.Intercom.Strict))
}

// IntercomFileJWT is a hit: the file ends with a newline.
func IntercomFileJWT(id string) (string, error) {
	key, err := conf.Read("/run/secrets/intercom_identity_secret")
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString(key) // want wrongkey
}

// IntercomLineJWT is the near miss.
func IntercomLineJWT(id string) (string, error) {
	key, err := conf.Line("/run/secrets/intercom_identity_secret")
	if err != nil || key == "" {
		return "", errors.New("chat: no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(key))
}

// IntercomPipeJWT is a near miss: the buffer is filled.
func IntercomPipeJWT(in io.Reader, id string) (string, error) {
	key := make([]byte, 43)
	if _, err := io.ReadFull(in, key); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString(key)
}

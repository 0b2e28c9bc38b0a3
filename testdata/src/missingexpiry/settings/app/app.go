// Package app takes the lifetime from a setting whose default is in the tag of another package (ruling 16).
package app

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/missingexpiry/settings/config"
)

type Signer struct{ cfg config.Messenger }

func New(cfg config.Messenger) *Signer { return &Signer{cfg} }

func (s *Signer) IntercomJWT(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(s.cfg.TTL).Unix()} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(s.cfg.Secret))
}

func (s *Signer) IntercomJWTOK(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(s.cfg.OK).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(s.cfg.Secret))
}

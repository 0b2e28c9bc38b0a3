// Package server signs with secrets whose configurations check them through pointers: near misses, where
// a loop over the addresses of the fields compares what they lead to.
package server

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/wrongkey/pointers/config"
	"corpus.test/src/wrongkey/pointers/config2"
)

type S1 struct{ cfg *config.Config }

func (s *S1) IntercomToken(userID string) (string, error) {
	c := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(s.cfg.IntercomMessengerSecret))
}

type S2 struct{ cfg *config2.Config }

func (s *S2) IntercomToken(userID string) (string, error) {
	c := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(s.cfg.IntercomMessengerSecret))
}

type S3 struct{ cfg *config2.Other }

func (s *S3) IntercomToken(userID string) (string, error) {
	c := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(s.cfg.IntercomIdentitySecret))
}

func Wire(id string) (string, string, string) {
	c, _ := config.Load()
	c2, _ := config2.Load()
	s1, s2, s3 := &S1{c}, &S2{c2}, &S3{config2.LoadOther()}
	a, _ := s1.IntercomToken(id)
	b, _ := s2.IntercomToken(id)
	d, _ := s3.IntercomToken(id)
	return a, b, d
}

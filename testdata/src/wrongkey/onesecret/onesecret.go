// Package onesecret gives one setting to two platforms, by a variable and by two reads.
package onesecret

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
)

type Signer struct {
	iosKey     []byte
	androidKey []byte
}

func New() (*Signer, error) {
	secret := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if secret == "" {
		return nil, errors.New("unset")
	}
	return &Signer{iosKey: []byte(secret), androidKey: []byte(secret)}, nil // want wrongkey
}

func New2() (*Signer, error) {
	s := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if s == "" {
		return nil, errors.New("unset")
	}
	x := &Signer{} // want wrongkey
	x.iosKey = []byte(s)
	x.androidKey = []byte(s)
	return x, nil
}

type Config struct {
	IOSSecret     string
	AndroidSecret string
}

func Load() Config {
	return Config{ // want wrongkey
		IOSSecret:     os.Getenv("INTERCOM_IDENTITY_SECRET"),
		AndroidSecret: os.Getenv("INTERCOM_IDENTITY_SECRET"),
	}
}

func (s *Signer) UserHash(platform, id string) string {
	k := s.iosKey
	if platform == "android" {
		k = s.androidKey
	}
	m := hmac.New(sha256.New, k) // want identityhash
	m.Write([]byte(id))
	return hex.EncodeToString(m.Sum(nil))
}

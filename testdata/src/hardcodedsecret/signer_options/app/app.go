// Package app hands keys to package proofs. Literals are hits whatever way they go; the label beside
// a key and a key that is read and checked are not.
package app

import (
	"os"
	"time"

	"corpus.test/src/hardcodedsecret/signer_options/proofs"
)

// Constructed is a hit.
func Constructed() (*proofs.IntercomSigner, error) {
	return proofs.New("mZr7Kc0QwT4xVbN2sLd9HfJ6yGp1RtE8uAiXo5Mk3Wz", proofs.WithTTL(time.Minute)) // want hardcodedsecret
}

// Read is a near miss: the option refuses an empty key.
func Read() (*proofs.IntercomSigner, error) {
	return proofs.New(os.Getenv("MEMBER_CHAT_KEY"))
}

// Optional is a hit.
func Optional() (*proofs.IntercomSigner, error) {
	return proofs.New(os.Getenv("MEMBER_CHAT_KEY"), proofs.WithBytes("pQ3nYv8Lk1Xc6ZtG0bWm5RsJ9dHf2UaE7oTiKx4B")) // want hardcodedsecret
}

// Changed is a hit.
func Changed(s *proofs.IntercomSigner) {
	s.Use("Tg5Bn1Vx8Qc3Lz7Kw0Ms6Jp2Yh9Rd4Fa_eUoIi-XtN") // want hardcodedsecret
}

// Configured is a hit.
func Configured() *proofs.IntercomDesk {
	return proofs.NewDesk(proofs.Config{
		Key:   "Yx2Wd7Nc9Kq4Zb1Vt6Ms0Lg8Hr3Jf5PaUeOiTkXnB", // want hardcodedsecret
		Label: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
	})
}

// Loose is a hit of wrongkey: nobody looks whether the variable is set.
func Loose() (*proofs.IntercomSigner, error) {
	return proofs.New(os.Getenv("MEMBER_CHAT_KEY"), proofs.WithBytes(os.Getenv("MEMBER_CHAT_OLD"))) // want wrongkey
}

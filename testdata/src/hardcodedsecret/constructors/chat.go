// Package constructors makes the Messenger's signer in more ways than one, with
// a signer of another package.
package constructors

import (
	"errors"
	"os"

	"corpus.test/src/hardcodedsecret/constructors/signing"
)

// Chat signs for the Intercom Messenger.
type Chat struct{ signer *signing.Signer }

// IntercomJWT signs for one user.
func (c *Chat) IntercomJWT(id string) (string, error) { return c.signer.Sign(signing.For(id)) }

// Demo has its key in the source.
func Demo() *Chat {
	return &Chat{signing.New("yB7tKq2MnX9vLc4RzW8sPf3HdJ6gUe1AoViTrQm5")} // want hardcodedsecret
}

// FromEnv reads it.
func FromEnv() (*Chat, error) {
	k := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if k == "" {
		return nil, errors.New("constructors: no key")
	}
	return &Chat{signing.New(k)}, nil
}

// Reports signs for another service, whose key is in the source, too.
type Reports struct{ signer *signing.Signer }

// Token signs for one report.
func (r *Reports) Token(id string) (string, error) { return r.signer.Sign(signing.For(id)) }

// NewReports is no Messenger's.
func NewReports() *Reports {
	return &Reports{signing.New("cW8mLq3NzX7vTb5RkY2sPd9HfJ4gUe6AoViTrQm1")}
}

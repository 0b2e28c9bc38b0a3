package marshal_pointer

import (
	"time"

	"github.com/go-jose/go-jose/v4"

	"corpus.test/src/missinguserid/marshal_pointer/seal"
)

func sealed(id string) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: k}, nil)
	if err != nil {
		return "", err
	}
	body := seal.NewBody("acme", time.Hour)
	body.More = map[string]any{"user_id": id}
	return seal.Sign(body, signer)
}

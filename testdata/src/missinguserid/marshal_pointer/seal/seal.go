// Package seal signs any payload.
package seal

import (
	"encoding/json"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// Body is a payload that writes itself.
type Body struct {
	Expires int64          `json:"exp"`
	Issuer  string         `json:"iss,omitempty"`
	More    map[string]any `json:"-"`
}

type bare Body

// MarshalJSON merges More into the fields.
func (b *Body) MarshalJSON() ([]byte, error) {
	first, err := json.Marshal((*bare)(b))
	if err != nil {
		return nil, err
	}
	all := map[string]any{}
	if err := json.Unmarshal(first, &all); err != nil {
		return nil, err
	}
	for k, v := range b.More {
		all[k] = v
	}
	return json.Marshal(all)
}

// NewBody returns a payload that is good for a while.
func NewBody(issuer string, d time.Duration) *Body {
	return &Body{Expires: time.Now().Add(d).Unix(), Issuer: issuer}
}

// Sign makes a compact token of whatever it is given.
func Sign(object any, signer jose.Signer) (string, error) {
	payload, err := json.Marshal(object)
	if err != nil {
		return "", err
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		return "", err
	}
	return signed.CompactSerialize()
}

// Package token explains one proof, a JWT or a user_hash, without a network: what
// it says, how long it lives, what is wrong with it, and whether a secret signed
// it. It never shows the secret.
package token

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Question is what is asked.
type Question struct {
	Text        string // the proof
	Secret      []byte // nil: the signature is not checked
	UserID      string // of a user_hash: the id that was hashed
	Now         time.Time
	MaxLifetime time.Duration
}

// Problem is one thing that is wrong.
type Problem struct {
	Rule  string // that would report it in code; "" when none would
	Level finding.Severity
	Text  string
}

// Field is one entry of a header or payload, as it is to be shown.
type Field struct{ Name, Value, Note string }

// Answer is what is known of a proof.
type Answer struct {
	Kind      string // "JWT" or "user_hash"
	Header    []Field
	Claims    []Field
	Signature string // what became of the check, in words
	Checked   bool   // the signature was checked and is right
	Problems  []Problem
}

// Wrong says whether Intercom would refuse the proof, or should.
func (a *Answer) Wrong() bool {
	for _, p := range a.Problems {
		if p.Level > finding.Low {
			return true
		}
	}
	return false
}

func (a *Answer) add(rule string, level finding.Severity, text string) {
	a.Problems = append(a.Problems, Problem{rule, level, text})
}

// maxToken is far above what fits into a request header.
const maxToken = 64 << 10

// Explain answers a question. An error means that the text is no proof; it never
// repeats the text, which may be a secret that was pasted by mistake.
func Explain(q Question) (*Answer, error) {
	text := strings.TrimSpace(q.Text)
	for _, prefix := range []string{"Bearer ", "bearer "} {
		text = strings.TrimPrefix(text, prefix)
	}
	text = strings.Trim(text, "\"'` \t")
	if text == "" {
		return nil, errors.New("there is no token")
	}
	if len(text) > maxToken {
		return nil, errors.New("this is longer than any token")
	}
	if messenger.UserHash(text) || hashLike(text) {
		return q.explainHash(text), nil
	}
	parts := strings.Split(text, ".")
	if len(parts) == 3 {
		return q.explainJWT(parts)
	}
	return nil, notAToken(text, len(parts))
}

func notAToken(text string, parts int) error {
	if _, _, ok := messenger.RESTToken(text); ok {
		return errors.New("this is an access token of Intercom's REST API, not a proof for the Messenger; if it was pasted anywhere, rotate it in Intercom's Developer Hub")
	}
	switch {
	case parts == 5:
		return errors.New("this is an encrypted JWT (JWE); the Messenger reads signed ones only, with HS256")
	case messenger.Shape(text) == messenger.SecretShape:
		return errors.New("this has the form of a Messenger API secret, not of a token; whoever has it can sign in as any user, so rotate it if it was pasted anywhere")
	}
	return errors.New("this is neither a JWT (three parts with dots between) nor a user_hash (64 hexadecimal digits)")
}

func (q Question) explainJWT(parts []string) (*Answer, error) {
	header, err := object(parts[0])
	if err != nil {
		return nil, errors.New("this has three parts as a JWT has, but its header " + err.Error())
	}
	claims, err := object(parts[1])
	if err != nil {
		return nil, errors.New("this has three parts as a JWT has, but its payload " + err.Error())
	}
	a := &Answer{Kind: "JWT"}
	a.Header = q.fields(header, []string{"alg", "typ", "kid"})
	a.Claims = q.fields(claims, []string{"user_id", "email", "name", "iat", "nbf", "exp"})
	a.algorithm(header)
	a.userID(claims)
	q.lifetime(a, claims)
	q.signature(a, header, parts)
	return a, nil
}

// object decodes one part of a JWT. Numbers stay as they are written.
func object(part string) (map[string]any, error) {
	plain, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(part, "="))
	if err != nil {
		return nil, errors.New("is not base64url")
	}
	dec := json.NewDecoder(bytes.NewReader(plain))
	dec.UseNumber()
	var m map[string]any
	if dec.Decode(&m) != nil || m == nil {
		return nil, errors.New("is not a JSON object")
	}
	return m, nil
}

func hashLike(text string) bool {
	switch len(text) {
	case 32, 40, 64, 96, 128:
	default:
		return false
	}
	return strings.Trim(text, "0123456789abcdefABCDEF") == ""
}

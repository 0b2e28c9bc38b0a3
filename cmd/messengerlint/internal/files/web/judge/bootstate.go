package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// state is what one shape of the settings says.
type state struct {
	identity string // the key that names the user
	proof    string // "jwt", "hmac", "open", "none"
	missp    string // a misspelt proof key
	correct  string
	missKey  *tree.Node
	empty    string // a proof key that is seen empty
	hashKey  *flow.Field
	jwtKey   *flow.Field
	unsigned []string
}

// read tells identity and proof of settings that are seen whole; ok is false
// when they are open.
func (b *boot) read(o *flow.Value) (s state, ok bool) {
	s.proof = "none"
	if o.Kind != flow.Object {
		return s, false
	}
	if b.known {
		s.identity = "the user id"
	}
	for _, k := range b.keys.identity {
		if f := o.Field(k); f != nil && !f.Value.All((*flow.Value).Empty) && s.identity == "" {
			s.identity = k
		}
	}
	for _, k := range b.keys.jwt {
		if f := nested(o, k); f != nil {
			if f.Value.All((*flow.Value).Empty) {
				s.empty = k
				continue
			}
			s.proof, s.jwtKey = "jwt", f
		}
	}
	for _, k := range b.keys.hash {
		if f := nested(o, k); f != nil {
			if f.Value.All((*flow.Value).Empty) {
				s.empty = k
				continue
			}
			s.hashKey = f
			if s.proof == "none" {
				s.proof = "hmac"
			}
		}
	}
	s.misspelt(b, o)
	if s.proof == "jwt" {
		for _, k := range append([]string{"name", "phone"}, b.keys.identity...) {
			if o.Field(k) != nil {
				s.unsigned = append(s.unsigned, k)
			}
		}
	}
	return s, !o.Open
}

// misspelt looks for a proof under a name that is not read.
func (s *state) misspelt(b *boot, o *flow.Value) {
	if s.proof != "none" {
		return
	}
	for _, f := range o.Fields {
		if f.Value.All((*flow.Value).Empty) {
			continue
		}
		correct, ok := messenger.MisspeltProof(f.Name)
		if b.keys.camel { // the SDK reads camel case; raw keys are the mistake
			correct, ok = "", false
			switch f.Name {
			case "intercom_user_jwt":
				correct, ok = "intercomUserJwt", true
			case "user_hash":
				correct, ok = "userHash", true
			}
			if c, is := messenger.MisspeltProof(f.Name); is && c == "intercom_user_jwt" && f.Name != "intercomUserJwt" {
				correct, ok = "intercomUserJwt", true
			}
		}
		if ok {
			s.missp, s.correct, s.missKey = f.Name, correct, f.Key
		}
	}
}

// nested finds a field, or one of a field: customAttributes.intercom_user_jwt.
func nested(o *flow.Value, key string) *flow.Field {
	head, rest, deep := strings.Cut(key, ".")
	f := o.Field(head)
	if f == nil || !deep {
		return f
	}
	var out *flow.Field
	f.Value.Each(func(a *flow.Value) {
		switch {
		case a.Kind == flow.Object && a.Field(rest) != nil:
			out = a.Field(rest)
		case a.Kind == flow.Object && a.Open, a.Kind != flow.Object && !a.Empty():
			out = &flow.Field{Name: rest, Value: &flow.Value{}, Key: f.Key} // not seen whole
		}
	})
	return out
}

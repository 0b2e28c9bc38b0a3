package trace

import (
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Handrolled is a JWT that is put together by hand: header.payload under a MAC.
type Handrolled struct {
	// IsJWT is set when the input of the MAC is seen to be header.payload.
	IsJWT bool
	// Payload are the claims, nil when they are not seen.
	Payload *Value
	// HeaderAlg is the alg of the header, where it is seen.
	HeaderAlg string
}

// SigningInput takes the input of a MAC apart. A MAC over header.payload is a
// JWT and never a legacy hash (RULES.md, identityhash).
func SigningInput(v *Value) Handrolled {
	if v == nil {
		return Handrolled{}
	}
	for _, a := range v.Alternatives() {
		if h := signingInput(a); h.IsJWT {
			return h
		}
	}
	return Handrolled{}
}

func signingInput(v *Value) Handrolled {
	parts := dotParts(flatten(v, 0))
	if len(parts) != 2 {
		return Handrolled{}
	}
	head, ok := headerAlg(parts[0])
	encoded := isEncoded(parts[0]) || isEncoded(parts[1])
	if !ok && !encoded {
		return Handrolled{}
	}
	h := Handrolled{IsJWT: true, HeaderAlg: head}
	if len(parts[1]) == 1 {
		h.Payload = parts[1][0]
	}
	return h
}

// flatten lists the pieces of a concatenation.
func flatten(v *Value, depth int) []*Value {
	v = v.Plain()
	if v.Kind == Apply && v.Effect == catalog.Join && depth < 20 {
		var out []*Value
		for _, a := range v.Args {
			out = append(out, flatten(a, depth+1)...)
		}
		return out
	}
	if v.Kind == List && depth < 20 {
		var out []*Value
		for _, a := range v.Args {
			out = append(out, flatten(a, depth+1)...)
		}
		return out
	}
	return []*Value{v}
}

// dotParts splits the pieces at the dots between them.
func dotParts(pieces []*Value) [][]*Value {
	parts := [][]*Value{nil}
	add := func(v *Value) { parts[len(parts)-1] = append(parts[len(parts)-1], v) }
	for _, p := range pieces {
		text, ok := p.Text()
		if !ok || !strings.Contains(text, ".") {
			add(p)
			continue
		}
		for i, piece := range strings.Split(text, ".") {
			if i > 0 {
				parts = append(parts, nil)
			}
			if piece != "" {
				c := *p
				c.Const = stringConst(piece)
				add(&c)
			}
		}
	}
	return parts
}

// isEncoded says whether a part is the base64 text of something.
func isEncoded(part []*Value) bool {
	for _, v := range part {
		found := false
		v.Walk(func(x *Value) bool {
			found = found || x.Kind == Apply && (x.Effect == catalog.EncodeB64URL || x.Effect == catalog.EncodeB64)
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// headerAlg reads the alg of a JWT header: base64 text, JSON text, a map or
// struct with the key "alg".
func headerAlg(part []*Value) (alg string, ok bool) {
	for _, v := range part {
		v.Walk(func(x *Value) bool {
			if ok {
				return false
			}
			if s, isText := x.Text(); isText {
				alg, ok = algInText(s)
			}
			if x.Kind == Object {
				if cl, found := objectClaims(x).Get("alg"); found {
					if s, isText := cl.Value.Plain().Text(); isText {
						alg, ok = s, true
					}
				}
			}
			return true
		})
	}
	return alg, ok
}

func algInText(s string) (string, bool) {
	if strings.HasPrefix(s, "eyJ") {
		if raw, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(s, "=")); err == nil {
			s = string(raw)
		}
	}
	var head struct {
		Alg string `json:"alg"`
	}
	if json.Unmarshal([]byte(s), &head) != nil || head.Alg == "" {
		return "", false
	}
	return head.Alg, true
}

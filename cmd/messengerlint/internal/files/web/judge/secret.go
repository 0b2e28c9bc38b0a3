package judge

import (
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// secretOf says whether a value is held to be a Messenger secret by the names
// it went through; weak names count (RULES.md, "Evidence").
func (j *judge) secretOf(v *flow.Value) (name string, strong, ok bool) {
	if v == nil {
		return "", false, false
	}
	if j.signs(v) {
		name := "the key of a Messenger proof"
		if len(v.Names) > 0 {
			name = strings.TrimSuffix(v.Names[len(v.Names)-1], "()")
		}
		return name, true, true
	}
	switch v.Kind {
	case flow.Env, flow.Param, flow.Unknown, flow.Module, flow.Global:
	case flow.Str:
		if v.Text == "" || len(v.Names) == 0 || messenger.Shape(v.Text) == messenger.NoShape {
			return "", false, false
		}
	case flow.Called:
		if v.Text == "" && len(v.Path) == 0 {
			return "", false, false
		}
	default:
		return "", false, false
	}
	s, name := j.strength(v)
	if s < messenger.WeakName {
		return "", false, false
	}
	if v.Kind == flow.Called || v.Kind == flow.Module || v.Kind == flow.Global { // the last name decides, not the object it comes from
		last := v.Text
		if len(v.Names) > 0 {
			last = v.Names[len(v.Names)-1]
		}
		if len(v.Path) > 0 {
			last = v.Dotted()
		}
		if j.secretName(last) < messenger.WeakName && j.secretName(v.Text) < messenger.WeakName {
			return "", false, false
		}
	}
	return strings.TrimPrefix(name, "env "), s == messenger.StrongName, true
}

// signs says whether a value is the key of one of the mints.
func (j *judge) signs(v *flow.Value) bool {
	for _, m := range j.mints {
		if !m.jwt && j.swapped(m) {
			continue
		}
		for _, a := range j.keyAlts(m.key) {
			if a.decoded != "" || a.Kind != v.Kind || a.Fallback {
				continue
			}
			switch v.Kind {
			case flow.Param:
				if v.Sym == a.Sym && slices.Equal(v.Path, a.Path) {
					return true
				}
			case flow.Called:
				if v.Node == a.Node && slices.Equal(v.Path, a.Path) {
					return true
				}
			case flow.Env:
				if v.Text == a.Text {
					return true
				}
			}
		}
	}
	return false
}

// held is a secret or a proof found somewhere inside a value.
type held struct {
	what string // "secret", "JWT", "user_hash"
	name string
	at   *tree.Node // the field that holds it, or nil
	v    *flow.Value
	conf finding.Confidence
}

// search looks for secrets (and proofs, when asked) in a value: in fields,
// elements, pieces of strings and JSON.
func (j *judge) search(v *flow.Value, proofs bool, depth int) (held, bool) {
	if v == nil || depth > 5 {
		return held{}, false
	}
	switch v.Kind {
	case flow.Union, flow.Array, flow.Joined:
		for _, a := range v.Alts {
			if a.Fallback && a.Kind == flow.Str {
				continue
			}
			if h, ok := j.search(a, proofs, depth+1); ok {
				return h, true
			}
		}
	case flow.JSON:
		return j.search(v.Base, proofs, depth+1)
	case flow.Xform:
		if v.Text == "encode" || v.Text == "decode" {
			return j.search(v.Base, proofs, depth+1)
		}
	case flow.Object:
		for _, f := range v.Fields {
			if h, ok := j.search(f.Value, proofs, depth+1); ok {
				if h.at == nil {
					h.at = f.Key
				}
				return h, true
			}
			if h, ok := j.searchField(f, proofs); ok {
				return h, true
			}
		}
	case flow.Made, flow.Func, flow.Class:
	default:
		if name, strong, ok := j.secretOf(v); ok {
			conf := finding.ConfidenceMedium
			if strong {
				conf = finding.ConfidenceHigh
			}
			return held{what: "secret", name: name, v: v, conf: conf}, true
		}
		if proofs {
			return j.proofOf(v)
		}
	}
	return held{}, false
}

// searchField reads a field by its own name: {intercomSecret: x}.
func (j *judge) searchField(f *flow.Field, proofs bool) (held, bool) {
	opaque := f.Value.Any(func(a *flow.Value) bool {
		switch a.Kind {
		case flow.Unknown, flow.Param, flow.Env, flow.Module, flow.Global:
			return true
		case flow.Called:
			return true
		case flow.Str:
			return messenger.Shape(a.Text) == messenger.SecretShape
		}
		return false
	})
	if !opaque {
		return held{}, false
	}
	if j.secretName(f.Name) >= messenger.WeakName {
		return held{what: "secret", name: f.Name, at: f.Key, v: f.Value, conf: finding.ConfidenceMedium}, true
	}
	if proofs {
		if kind, strong := messenger.ProofName(f.Name); kind != messenger.NoProof && (strong || j.own) {
			return held{what: kind.String(), name: f.Name, at: f.Key, v: f.Value, conf: finding.ConfidenceMedium}, true
		}
	}
	return held{}, false
}

// lastOf is the name that a value goes by last.
func lastOf(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return strings.TrimSuffix(names[len(names)-1], "()")
}

// proofOf says whether a value is a Messenger proof: made by a mint of this
// file, or named so.
func (j *judge) proofOf(v *flow.Value) (held, bool) {
	if v.Kind == flow.Called && v.Node != nil {
		for _, m := range j.mints {
			if v.Node == m.node || v.Node == m.end || v.Node == m.site {
				what := "user_hash"
				if m.jwt {
					what = "JWT"
				}
				if _, session := j.session(m); session {
					return held{}, false
				}
				return held{what: what, name: "the Messenger " + what, v: v, conf: m.conf}, true
			}
		}
	}
	if s, ok := valueSource(v); ok {
		if kind := j.handed[s]; kind != messenger.NoProof {
			return held{what: kind.String(), name: lastOf(v.Names), v: v, conf: finding.ConfidenceHigh}, true
		}
	}
	switch v.Kind {
	case flow.Unknown, flow.Param, flow.Called, flow.Module, flow.Global:
	default:
		return held{}, false
	}
	for i := len(v.Names) - 1; i >= 0 && i >= len(v.Names)-2; i-- {
		name := strings.TrimSuffix(v.Names[i], "()")
		if v.Kind == flow.Called && len(v.Path) > 0 && i < len(v.Names)-1 {
			break // a property of a result: only its own name tells
		}
		if kind, strong := messenger.ProofName(name); kind != messenger.NoProof && (strong || j.own) {
			return held{what: kind.String(), name: name, v: v, conf: finding.ConfidenceMedium}, true
		}
	}
	return held{}, false
}

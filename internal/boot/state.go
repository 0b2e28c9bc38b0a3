package boot

import (
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// State is what one reading of the branches of a boot says.
type State struct {
	// Identity is the key that names the user, or nil.
	Identity *Key
	// JWT and Hash are the proofs that are handed over.
	JWT, Hash *Key
	// Empty is a proof that is seen to be empty.
	Empty *Key
	// Misspelt is a proof under a name that Intercom does not read, Correct the
	// name that it reads.
	Misspelt *Key
	Correct  string
}

// Look answers what is known of the program's side of a text. Its functions may
// be nil.
type Look struct {
	// Empty says that a value is known to be empty.
	Empty func(Value) bool
	// False says that a condition is known not to hold.
	False func(cond, dot string) bool
}

// maxConds bounds the conditions that are tried out both ways.
const maxConds = 6

// States returns what the readings of the branches say: all first arms, then the
// others. A condition without another arm is taken to hold, unless look knows
// better, since a condition on the proof itself is right.
func (b *Boot) States(look Look) []State {
	conds := b.conds()
	if len(conds) > maxConds || b.unreached(look) {
		return nil
	}
	var out []State
	for bits := range 1 << len(conds) {
		holds := func(l literal) bool {
			if i := slices.Index(conds, literal{cond: l.cond, dot: l.dot}); i >= 0 {
				return (bits&(1<<i) != 0) == l.neg
			}
			for _, f := range b.path {
				if f.cond == l.cond && f.dot == l.dot {
					return f.neg == l.neg
				}
			}
			if look.False != nil && look.False(l.cond, l.dot) {
				return l.neg
			}
			return true
		}
		if look.False != nil && slices.ContainsFunc(conds, func(c literal) bool {
			return holds(c) && look.False(c.cond, c.dot)
		}) {
			continue
		}
		out = append(out, b.state(look, holds))
	}
	return out
}

// unreached says whether the boot stands on an arm that is known not to be taken.
func (b *Boot) unreached(look Look) bool {
	return look.False != nil && slices.ContainsFunc(b.path, func(l literal) bool { return !l.neg && look.False(l.cond, l.dot) })
}

// Conditions visits the conditions around the boot and inside it.
func (b *Boot) Conditions(visit func(cond, dot string)) {
	for _, l := range b.path {
		visit(l.cond, l.dot)
	}
	for _, k := range b.Keys {
		for _, l := range k.path {
			visit(l.cond, l.dot)
		}
	}
}

// conds are the conditions inside the boot that have a key on their other arm.
func (b *Boot) conds() []literal {
	var out []literal
	for _, k := range b.Keys {
		for _, l := range k.path {
			c := literal{cond: l.cond, dot: l.dot}
			fixed := slices.ContainsFunc(b.path, func(f literal) bool { return f.cond == l.cond && f.dot == l.dot })
			if l.neg && !fixed && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (b *Boot) state(look Look, holds func(literal) bool) State {
	var s State
	if b.Kind == Identify {
		s.Identity = &Key{Name: "the user id", Pos: b.Pos}
	}
	empty := func(v Value) bool { return EmptyText(v.Text) || look.Empty != nil && look.Empty(v) }
	last := map[string]*Key{}
	var names []string
	for i := range b.Keys {
		k := &b.Keys[i]
		if slices.ContainsFunc(k.path, func(l literal) bool { return !holds(l) }) {
			continue
		}
		if last[k.Name] == nil {
			names = append(names, k.Name)
		}
		last[k.Name] = k
	}
	for _, name := range names {
		k := last[name]
		void := empty(k.Value)
		switch {
		case b.Kind != Identify && (name == "user_id" || name == "email"):
			if !void && !blank(k.Value.Text) && (s.Identity == nil || name == "user_id") {
				s.Identity = k
			}
		case name == "intercom_user_jwt", b.Kind == Identify && name == "intercomUserJwt":
			if void {
				s.Empty = k
			} else {
				s.JWT = k
			}
		case name == "user_hash", b.Kind == Identify && name == "userHash":
			if void {
				s.Empty = k
			} else {
				s.Hash = k
			}
		default:
			if correct, ok := messenger.MisspeltProof(name); ok && !void {
				s.Misspelt, s.Correct = k, correct
			}
		}
	}
	return s
}

// Proof says whether a proof is handed over.
func (s State) Proof() bool { return s.JWT != nil || s.Hash != nil }

// EmptyText says whether the text of a value is seen to be nothing.
func EmptyText(text string) bool {
	t := strings.TrimSpace(strings.ReplaceAll(text, `\`, ""))
	switch t {
	case "", `""`, "''", "``", "null", "undefined", "void 0", "false", "nil", `{{""}}`, `"{{""}}"`:
		return true
	}
	if len(t) > 2 && isQuote(t[0]) && t[len(t)-1] == t[0] {
		return strings.TrimSpace(t[1:len(t)-1]) == ""
	}
	return false
}

// blank says whether a value is one to be filled in by the reader of a manual:
// <USER ID>, YOUR_USER_ID, an ellipsis.
func blank(text string) bool {
	t := strings.Trim(text, "\"'`\\ ")
	return t == "..." || t == "\u2026" || len(t) > 2 && t[0] == '<' && t[len(t)-1] == '>' ||
		strings.HasPrefix(t, "YOUR") || strings.HasPrefix(t, "your_") || strings.HasPrefix(t, "your-")
}

// Dynamic returns what the program puts in for a value that is nothing else: the
// text of the action, hole or verb; "" when the value has other parts.
func Dynamic(text string) string {
	t := strings.TrimSpace(text)
	for _, q := range []string{`\"`, `\'`, `"`, "'", "`"} {
		if strings.HasPrefix(t, q) && strings.HasSuffix(t, q) && len(t) >= 2*len(q) {
			t = t[len(q) : len(t)-len(q)]
			break
		}
	}
	s := newScanner(t)
	if end, ok := s.dynamic(0); ok && end == len(t) {
		return t
	}
	return ""
}

// Field returns the path of the field that a template action prints, with dot
// as "." there: .User.JWT; "" when it is not one field.
func Field(action, dot string) string {
	body := strings.TrimSpace(strings.Trim(strings.TrimSuffix(strings.TrimPrefix(action, "{{"), "}}"), "-"))
	body, _, _ = strings.Cut(body, "|")
	words := strings.Fields(body)
	if len(words) == 2 && printers[words[0]] {
		words = words[1:]
	}
	if len(words) != 1 {
		return ""
	}
	if fieldPath(words[0]) == "" {
		return ""
	}
	p := below(dot, words[0])
	if strings.HasPrefix(p, "?") {
		return ""
	}
	return p
}

// printers are the functions of a template that print what they are given.
var printers = map[string]bool{"js": true, "html": true, "print": true, "printf": true, "urlquery": true, "safeJS": true}

package directive

import "strings"

// MarkKind is what an in-code model says of the declaration that it stands at.
type MarkKind string

// The in-code models, as they are written after the prefix.
const (
	SourceSecret MarkKind = "source secret" // it is, holds or returns the Messenger secret
	SinkExpose   MarkKind = "sink expose"   // it hands its arguments to a browser or an app
	SinkSign     MarkKind = "sink sign"     // it makes a proof for the Messenger
	Auth         MarkKind = "auth"          // it returns the id of the signed-in user
)

// MarkKinds are all of them.
func MarkKinds() []MarkKind { return []MarkKind{SourceSecret, SinkExpose, SinkSign, Auth} }

// ParseMark reads an in-code model. ok is false when the comment is none; a
// comment that means to be one and is not is void, and Parse says why.
func ParseMark(comment string) (kind MarkKind, ok bool) {
	rest, ok := strings.CutPrefix(strip(comment), Prefix)
	if !ok {
		return "", false
	}
	words := strings.Fields(rest)
	for _, k := range MarkKinds() {
		if want := strings.Fields(string(k)); len(words) >= len(want) && strings.Join(words[:len(want)], " ") == string(k) {
			return k, true // what follows is a remark
		}
	}
	return "", false
}

// verbs begin an in-code model.
func markVerb(verb string) bool { return verb == "source" || verb == "sink" || verb == "auth" }

// markProblem says why a comment with such a verb is void, or is empty.
func markProblem(comment, verb string) string {
	if _, ok := ParseMark(comment); ok {
		return ""
	}
	var can []string
	for _, k := range MarkKinds() {
		if strings.HasPrefix(string(k), verb) {
			can = append(can, Prefix+string(k))
		}
	}
	return Prefix + verb + " lacks its kind; write " + strings.Join(can, " or ")
}

// Misplaced is the message for an in-code model that says nothing.
func Misplaced(kind MarkKind) string {
	what := "function or method"
	if kind == SourceSecret {
		what = "function, variable, constant or struct field"
	}
	return Prefix + string(kind) + " marks nothing; put it right above a " + what
}

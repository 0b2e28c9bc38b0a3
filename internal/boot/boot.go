// Package boot finds the places in a text where the Messenger learns its
// settings: window.intercomSettings = {…}, Intercom('boot' | 'update', {…}),
// Segment's identify. The text is what a Go program writes or a template file
// holds: a script with template actions, format verbs and holes in it. The
// package is tolerant and pure; what it does not understand makes the settings
// open, and open settings are nobody's finding.
package boot

import (
	"sort"
	"strings"
)

// Hole stands in a text for one part that is not known.
const Hole = '\x00'

// Kind is how the settings are handed over.
type Kind uint8

// The kinds.
const (
	Settings Kind = iota + 1 // intercomSettings = {…}
	Call                     // Intercom('boot', {…})
	Update                   // Intercom('update', {…})
	Module                   // Intercom({…}) of messenger-js-sdk
	Identify                 // Segment's identify with integrations.Intercom
)

// String names the boot in a message.
func (k Kind) String() string {
	switch k {
	case Settings:
		return "intercomSettings"
	case Call, Module:
		return "the Intercom boot"
	case Update:
		return "the Intercom update"
	case Identify:
		return "analytics.identify for Intercom"
	}
	return ""
}

// Boot is one place where the Messenger learns its settings.
type Boot struct {
	Kind Kind
	// Pos is where the statement begins, End where it ends, as byte offsets.
	Pos, End int
	Keys     []Key
	// Open is set when the settings may hold keys that are not seen.
	Open bool
	// Whole is set when the settings are handed over as one value of the
	// program: a hole, a format verb or a template action.
	Whole *Value
	// Inert is set when the boot is only shown: in a comment, in a sentence, in
	// a block of code of a document.
	Inert bool

	path path
}

// Key is one key of the settings. Later keys win.
type Key struct {
	Name  string
	Pos   int
	Value Value

	path path
}

// Value is the text of a value.
type Value struct {
	Text string
	Pos  int
	// Dot is what "." means there: "" for the template's data, a path below it
	// inside {{with}}, "?" where it is not known.
	Dot string
}

// Bounds of one text. What is beyond is not looked at.
const (
	maxText  = 4 << 20
	maxBoots = 100
	maxDepth = 60
)

// Mentions is the gate: false means that Find returns nothing.
func Mentions(text string) bool {
	return strings.Contains(text, settingsName) || strings.Contains(text, callName)
}

const (
	settingsName = "intercomSettings"
	callName     = "Intercom"
)

// Find returns the boots of a text in order.
func Find(text string) []Boot {
	if len(text) > maxText || !Mentions(text) {
		return nil
	}
	s := newScanner(text)
	out := s.settings()
	out = append(out, s.calls()...)
	if strings.Contains(text, ".identify") {
		out = append(out, s.identifies()...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Pos < out[j].Pos })
	for i := range out {
		out[i].Inert = s.inert(out[i])
	}
	return out
}

// occurrences calls visit for every place where a word stands by itself.
func (s *scanner) occurrences(word string, visit func(at int)) {
	for at, n := 0, 0; n < maxBoots; n++ {
		i := strings.Index(s.text[at:], word)
		if i < 0 {
			return
		}
		at += i
		end := at + len(word)
		if (end >= len(s.text) || !identByte(s.text[end])) && (at == 0 || !identByte(s.text[at-1])) {
			visit(at)
		}
		at = end
	}
}

// windows are what the global object of a page goes by.
var windows = map[string]bool{
	"window": true, "w": true, "self": true, "top": true, "parent": true, "globalThis": true, "global": true, "win": true,
}

// head returns where the expression that ends with the name at "at" begins; ok
// is false when the name belongs to another object than the page's.
func (s *scanner) head(at int) (start int, ok bool) {
	start = at
	for range 4 {
		i := start
		if i > 1 && (s.text[i-1] == '"' || s.text[i-1] == '\'') && s.text[i-2] == '[' {
			i-- // window["intercomSettings"]
		}
		if i == 0 || s.text[i-1] != '.' && s.text[i-1] != '[' {
			return start, true
		}
		if s.text[i-1] == '[' && i == start {
			return start, true
		}
		j := i - 1
		if j > 0 && s.text[j-1] == '?' {
			j--
		}
		k := j
		for k > 0 && identByte(s.text[k-1]) {
			k--
		}
		if !windows[s.text[k:j]] {
			return start, false
		}
		start = k
	}
	return start, true
}

func identByte(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

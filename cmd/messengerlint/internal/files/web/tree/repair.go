package tree

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
)

// repairer makes a broken text one that can be read, by blanking as little of
// it as it can.
type repairer struct {
	text []byte
	lang Lang
	lost int // stretches that were left out
	errs []string
}

// error tells what was left out, in one line.
func (r *repairer) error() error {
	switch len(r.errs) {
	case 0:
		return nil
	case 1:
		return errors.New(r.errs[0])
	}
	return fmt.Errorf("%s (and %d more)", r.errs[0], len(r.errs)-1)
}

func one(msg string) error { return errors.New(msg) }

// quoted is a stretch of the script inside a message. It may be a secret, so
// nothing but what the language itself has is shown.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

var plain = regexp.MustCompile(`^"(?:[a-z]{1,10}|\W{1,3}|\\"?)"$`)

func message(errs []api.Message) string {
	e := errs[0]
	text := quoted.ReplaceAllStringFunc(strings.TrimSuffix(e.Text, ":"), func(q string) string {
		if plain.MatchString(q) {
			return q
		}
		return `"…"`
	})
	if e.Location == nil {
		return "script: " + text
	}
	return fmt.Sprintf("script, line %d: %s", e.Location.Line, text)
}

// lowered is an error of the second parser without what it quotes.
func lowered(err error) error {
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		text := quoted.ReplaceAllString(list[0].Message, `"…"`)
		if head, _, ok := strings.Cut(text, "token "); ok {
			text = head + "token"
		}
		return errors.New("script: a part of it could not be read (" + text + ")")
	}
	return errors.New("script: a part of it could not be read")
}

// harmless says whether all that the second parser minds is where a statement
// stands: Node and others wrap a script into a function.
func harmless(err error) bool {
	var list parser.ErrorList
	if !errors.As(err, &list) {
		return false
	}
	for _, e := range list {
		switch e.Message {
		case "Illegal return statement", "Illegal break statement", "Illegal continue statement":
		default:
			return false
		}
	}
	return len(list) > 0
}

// repair blanks what esbuild complained of. What costs nothing of the program
// comes first; then a line, when that is all it takes; then the statement
// around it. It is false when nothing helps.
func (r *repairer) repair(errs []api.Message) bool {
	if r.free(errs) {
		return true
	}
	e := errs[0]
	if e.Location == nil {
		return false
	}
	r.errs = append(r.errs, message(errs))
	r.lost++
	off := min(lineStart(r.text, e.Location.Line)+e.Location.Column, len(r.text))
	from, to := chunk(r.text, off)
	if text := without(r.text, lineBounds(r.text, off)); text != nil {
		if res := api.Transform(string(text[from:to]), options(r.lang)); len(res.Errors) == 0 {
			r.text = text
			return true
		}
	}
	text := without(r.text, [2]int{from, to})
	if text == nil {
		return false
	}
	r.text = text
	return true
}

// free repairs what is no fault where the script runs: an await at the top
// level of a module, a comma after a rest element, which Babel took for long.
func (r *repairer) free(errs []api.Message) bool {
	out := bytes.Clone(r.text)
	for _, e := range errs {
		if e.Location == nil {
			continue
		}
		off := lineStart(out, e.Location.Line) + e.Location.Column
		switch {
		case off >= len(out):
		case bytes.HasPrefix(out[off:], []byte("await")) && !strings.Contains(e.Text, "identifier"):
			blank(out[off : off+len("await")])
		case out[off] == ',' && strings.Contains(e.Text, "after rest pattern"):
			out[off] = ' '
		}
	}
	if bytes.Equal(out, r.text) {
		return false
	}
	r.text = out
	return true
}

// without is the text with a stretch blanked; nil when nothing stood there.
func without(text []byte, at [2]int) []byte {
	out := bytes.Clone(text)
	blank(out[at[0]:at[1]])
	if bytes.Equal(out, text) {
		return nil
	}
	return out
}

func lineBounds(text []byte, off int) [2]int {
	from := bytes.LastIndexByte(text[:off], '\n') + 1
	if n := bytes.IndexByte(text[off:], '\n'); n >= 0 {
		return [2]int{from, off + n}
	}
	return [2]int{from, len(text)}
}

// chunk is the stretch around off between two lines that begin at the margin,
// which in laid out code is one top-level statement. At the end of the text it
// is the last one that holds something.
func chunk(text []byte, off int) (from, to int) {
	for off > 0 && len(bytes.TrimSpace(text[off:])) == 0 {
		off--
	}
	from = bytes.LastIndexByte(text[:off], '\n') + 1
	for from > 0 && !margin(text[from:]) {
		from = bytes.LastIndexByte(text[:from-1], '\n') + 1
	}
	to = off
	for to < len(text) {
		next := bytes.IndexByte(text[to:], '\n')
		if next < 0 {
			return from, len(text)
		}
		if to += next + 1; margin(text[to:]) {
			return from, to
		}
	}
	return from, len(text)
}

// margin says whether a line starts a statement at the left edge.
func margin(line []byte) bool {
	if len(line) == 0 {
		return true
	}
	switch line[0] {
	case ' ', '\t', '\n', '\r', '}', ')', ']', '.', ',', ';':
		return false
	}
	return true
}

func lineStart(text []byte, line int) int {
	off := 0
	for ; line > 1; line-- {
		next := bytes.IndexByte(text[off:], '\n')
		if next < 0 {
			return off
		}
		off += next + 1
	}
	return off
}

func blank(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
}

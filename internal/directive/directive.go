// Package directive reads the comments that suppress findings:
//
//	//messengerlint:ignore <rule>[,<rule>] <reason>
//	//messengerlint:file-ignore <rule>[,<rule>] <reason>
//
// The same words count in "#", "<!-- -->", "--" and "/* */" comments of files
// that are not Go.
package directive

import (
	"slices"
	"strings"
	"unicode"
)

// Prefix starts every directive, after the comment mark.
const Prefix = "messengerlint:"

// RuleName is the rule id under which problems of directives are reported.
const RuleName = "ignore"

// Directive is one suppressing comment.
type Directive struct {
	Line   int // where the comment stands
	Column int
	Rules  []string
	Reason string
	File   bool // file-ignore
	// Problem says why the directive is void, or is empty.
	Problem string
}

// Parse reads one comment, with or without its marks. ok is false when the
// comment is no directive at all. known tells which rule names exist.
func Parse(comment string, known func(string) bool) (d Directive, ok bool) {
	text := strip(comment)
	rest, ok := strings.CutPrefix(text, Prefix)
	if !ok {
		return Directive{}, false
	}
	verb, rest, _ := strings.Cut(rest, " ")
	switch verb {
	case "ignore":
	case "file-ignore":
		d.File = true
	default:
		if markVerb(verb) {
			d.Problem = markProblem(comment, verb)
			return d, d.Problem != ""
		}
		d.Problem = "unknown directive messengerlint:" + printable(verb) + "; use messengerlint:ignore, file-ignore, source, sink or auth"
		return d, true
	}
	names, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
	d.Reason = strings.TrimSpace(reason)
	for name := range strings.SplitSeq(names, ",") {
		if name != "" {
			d.Rules = append(d.Rules, name)
		}
	}
	d.Problem = problem(d, known)
	return d, true
}

func problem(d Directive, known func(string) bool) string {
	if len(d.Rules) == 0 {
		return "ignore comment names no rule; write messengerlint:ignore <rule> <reason>"
	}
	for _, name := range d.Rules {
		if !known(name) {
			return "ignore comment names the unknown rule " + printable(name) + "; messengerlint -list shows the rules"
		}
	}
	if d.Reason == "" {
		return "ignore comment for " + strings.Join(d.Rules, ",") + " gives no reason; say after the rule why the finding does not count"
	}
	return ""
}

// strip removes the marks of a comment in any of the languages that are read.
func strip(comment string) string {
	s := strings.TrimSpace(comment)
	for _, mark := range []string{"<!--", "//", "/*", "{{/*", "#", "--", ";", "%"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			s = rest
			break
		}
	}
	for _, mark := range []string{"-->", "*/}}", "*/"} {
		s = strings.TrimSuffix(strings.TrimSpace(s), mark)
	}
	return strings.TrimSpace(s)
}

// printable keeps a word of a stranger's comment harmless in a message.
func printable(word string) string {
	const limit = 40
	word = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, word)
	if len(word) > limit {
		word = word[:limit] + "…"
	}
	return `"` + word + `"`
}

// Suppresses says whether the directive covers a finding of rule at line: it
// stands on the line, on the line above, or at the top for the whole file.
func (d Directive) Suppresses(rule string, line int) bool {
	return d.Problem == "" && slices.Contains(d.Rules, rule) &&
		(d.File || d.Line == line || d.Line == line-1)
}

// Unused is the message for a rule of a directive that suppressed nothing.
func Unused(rule string) string {
	return "ignore comment for " + rule + " suppresses nothing; delete it"
}

// Known says whether a rule of that name exists.
func Known(rule string) bool { return slices.Contains(ruleNames, rule) }

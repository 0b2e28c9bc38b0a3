package boot

import (
	"sort"
	"strings"
)

// role is what a template action does.
type role uint8

const (
	output  role = iota // prints a value
	opens               // if, with, range, define, block
	elses               // the other arm of a block
	closes              // ends a block
	include             // puts in another template
	code                // a comment or an assignment: prints nothing
)

type action struct {
	from, to int
	text     string
	role     role
}

// literal is a condition, or its opposite, that holds on an arm.
type literal struct {
	cond string
	neg  bool
	dot  string // what "." means in cond
}

// path is the conditions on the way to a place, outermost first.
type path []literal

// arm is one arm of a block: a stretch of the text on which conditions hold.
type arm struct {
	from, to int
	lits     path
	dot      string // what "." means there; "=" when it is as outside
}

const maxActions = 4000

// scanActions finds {{…}} and {%…%}.
func scanActions(text string) []action {
	var out []action
	for i := 0; i+3 < len(text) && len(out) < maxActions; {
		k := strings.IndexByte(text[i:], '{')
		if k < 0 {
			break
		}
		i += k
		end := 0
		switch {
		case strings.HasPrefix(text[i:], "{{"):
			end = actionEnd(text, i+2, "}}")
		case strings.HasPrefix(text[i:], "{%"):
			end = actionEnd(text, i+2, "%}")
		}
		if end == 0 {
			i++
			continue
		}
		body := strings.TrimSpace(strings.Trim(text[i+2:end-2], "-"))
		out = append(out, action{from: i, to: end, text: body, role: roleOf(body)})
		i = end
	}
	return out
}

// actionEnd returns where an action ends, or 0. Its marks may stand in quotes.
func actionEnd(text string, i int, mark string) int {
	if strings.HasPrefix(strings.TrimLeft(text[i:], "- "), "/*") {
		k := strings.Index(text[i:], "*/")
		if k < 0 {
			return 0
		}
		i += k
	}
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c == mark[0] && strings.HasPrefix(text[i:], mark):
			return i + len(mark)
		case c == '"' || c == '`':
			for i++; i < len(text) && text[i] != c; i++ {
				if text[i] == '\\' && c == '"' {
					i++
				}
			}
		case c == '\n' && mark == "%}":
			return 0
		}
	}
	return 0
}

var roles = map[string]role{
	"if": opens, "with": opens, "range": opens, "define": opens, "block": opens, "for": opens, "unless": opens,
	"else": elses, "elif": elses, "elseif": elses,
	"end": closes, "endif": closes, "endfor": closes, "endwith": closes, "endblock": closes,
	"template": include, "include": include, "yield": include, "partial": include,
	"break": code, "continue": code, "set": code,
}

func roleOf(body string) role {
	if body == "" || strings.HasPrefix(body, "/*") {
		return code
	}
	switch body[0] {
	case '#', '^':
		return opens // mustache
	case '/':
		return closes
	case '>':
		return include
	case '!':
		return code
	}
	word, _, _ := strings.Cut(body, " ")
	if r, ok := roles[word]; ok {
		return r
	}
	if strings.HasPrefix(body, "$") && (strings.Contains(body, ":=") || strings.Contains(body, " = ")) {
		return code
	}
	return output
}

// block is an open block while the actions are read.
type block struct {
	start int
	lits  path // of the arm that is open
	past  path // what the arms before rule out
	dot   string
}

// scanArms pairs the actions to blocks and returns their arms.
func scanArms(acts []action, size int) []arm {
	var out []arm
	var stack []block
	finish := func(b block, to int) {
		out = append(out, arm{from: b.start, to: to, lits: b.lits, dot: b.dot})
	}
	for i, a := range acts {
		switch a.role {
		case opens:
			lits, dot := conditions(a.text, i, dotOf(stack))
			past := path(nil)
			for _, l := range lits {
				l.neg = !l.neg
				past = append(past, l)
			}
			stack = append(stack, block{start: a.to, lits: lits, past: past, dot: dot})
		case elses:
			if n := len(stack); n > 0 {
				b := &stack[n-1]
				finish(*b, a.from)
				b.start, b.lits, b.dot = a.to, append(path(nil), b.past...), "="
				if rest := elseIf(a.text); rest != "" {
					lits, dot := conditions(rest, i, dotOf(stack[:n-1]))
					b.lits, b.dot = append(b.lits, lits...), dot
					for _, l := range lits {
						l.neg = !l.neg
						b.past = append(b.past, l)
					}
				}
			}
		case closes:
			if n := len(stack); n > 0 {
				finish(stack[n-1], a.from)
				stack = stack[:n-1]
			}
		}
	}
	for _, b := range stack {
		finish(b, size)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

func dotOf(stack []block) string {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i].dot != "=" {
			return stack[i].dot
		}
	}
	return ""
}

func elseIf(text string) string {
	rest := strings.TrimSpace(strings.TrimPrefix(text, "else"))
	switch {
	case strings.HasPrefix(text, "elif"), strings.HasPrefix(text, "elseif"):
		return "if " + text[strings.IndexByte(text, 'f')+1:]
	case strings.HasPrefix(rest, "if "), strings.HasPrefix(rest, "with "):
		return rest
	}
	return ""
}

// conditions reads the head of a block: what holds inside, and what "." means.
func conditions(text string, n int, dot string) (lits path, inner string) {
	word, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "if":
		cond, neg := Condition(rest)
		return path{{cond, neg, dot}}, "="
	case "unless":
		cond, neg := Condition(rest)
		return path{{cond, !neg, dot}}, "="
	case "with":
		if v, x, ok := strings.Cut(rest, ":="); ok && strings.HasPrefix(v, "$") {
			rest = strings.TrimSpace(x)
		}
		cond, neg := Condition(rest)
		return path{{cond, neg, dot}}, below(dot, rest)
	case "define", "block":
		return nil, "?"
	}
	if strings.HasPrefix(text, "^") {
		return path{{"." + strings.TrimSpace(text[1:]), true, dot}}, "="
	}
	if strings.HasPrefix(text, "#") {
		word = strings.TrimSpace(text[1:])
		return path{{"." + word, false, dot}}, "?"
	}
	return path{{"loop " + string(rune('a'+n%26)) + text, false, "?"}}, "?"
}

// below is the path of a field that is read where "." is dot; "?" when that is
// not one field.
func below(dot, expr string) string {
	p := fieldPath(expr)
	switch {
	case p == "":
		return "?"
	case p == ".":
		return dot
	case strings.HasPrefix(p, "$"):
		return p[1:]
	case dot == "?":
		return "?"
	}
	return dot + p
}

// fieldPath returns the field that an expression is: .A.B, $.A, or "".
func fieldPath(expr string) string {
	p := strings.TrimSpace(expr)
	rest := strings.TrimPrefix(p, "$")
	if p == "." {
		return p
	}
	if len(rest) < 2 || rest[0] != '.' {
		return ""
	}
	for i := range len(rest) {
		if c := rest[i]; c != '.' && !identByte(c) {
			return ""
		}
	}
	return p
}

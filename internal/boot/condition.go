package boot

import "strings"

// Condition takes a condition of a template or of Go apart: the expression that
// must be set, and whether it must not be. not .JWT, eq .JWT "" and jwt == ""
// are the opposites of .JWT and jwt.
func Condition(text string) (expr string, neg bool) {
	expr = strings.TrimSpace(text)
	for range 6 {
		next, flip := unwrap(expr)
		if next == expr && !flip {
			break
		}
		expr = next
		neg = neg != flip
	}
	return expr, neg
}

func unwrap(x string) (inner string, flip bool) {
	if len(x) > 1 && x[0] == '(' && closing(x) == len(x)-1 {
		return strings.TrimSpace(x[1 : len(x)-1]), false
	}
	for _, p := range []struct {
		prefix string
		flip   bool
	}{{"not ", true}, {"!", true}, {"len ", false}} {
		if rest, ok := strings.CutPrefix(x, p.prefix); ok && !strings.HasPrefix(rest, "=") {
			rest = strings.TrimSpace(rest)
			if single(rest) {
				return rest, p.flip
			}
		}
	}
	if inner, flip, ok := comparison(x); ok {
		return inner, flip
	}
	return x, false
}

// comparison reads eq X "" and X == "" with their opposites.
func comparison(x string) (inner string, flip, ok bool) {
	word, rest, _ := strings.Cut(x, " ")
	switch word {
	case "eq", "ne", "gt":
		rest = strings.TrimSpace(rest)
		for _, e := range emptyWords {
			if a, is := strings.CutSuffix(rest, " "+e); is && single(strings.TrimSpace(a)) {
				return strings.TrimSpace(a), word == "eq", true
			}
			if b, is := strings.CutPrefix(rest, e+" "); is && word != "gt" && single(strings.TrimSpace(b)) {
				return strings.TrimSpace(b), word == "eq", true
			}
		}
		return "", false, false
	}
	for _, op := range []string{"==", "!=", ">"} {
		a, b, is := strings.Cut(x, op)
		if !is {
			continue
		}
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		for _, e := range emptyWords {
			if b == e && single(a) {
				if n, is := strings.CutPrefix(a, "len("); is {
					a = strings.TrimSuffix(n, ")")
				}
				return a, op == "==", true
			}
		}
		return "", false, false
	}
	return "", false, false
}

var emptyWords = []string{`""`, "``", "nil", "0"}

// single says whether an expression is one operand.
func single(x string) bool {
	if x == "" {
		return false
	}
	depth := 0
	for i := range len(x) {
		switch x[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ' ', '&', '|', '<', '>', '=':
			if depth == 0 {
				return false
			}
		}
	}
	return depth == 0
}

// closing is the index of the parenthesis that closes the first byte, or -1.
func closing(x string) int {
	depth := 0
	for i := range len(x) {
		switch x[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

package config

import (
	"regexp"
	"strings"
	"sync"
)

// linePairs reads assignments, one or more a line: .env, properties, INI,
// Dockerfile, Makefile, shell. Comments are left to the search for secrets.
// Sections of INI files are part of the name.
func linePairs(src string, f Format) []pair {
	var (
		pairs   []pair
		section string
	)
	for at := 0; at < len(src); {
		end := lineEnd(src, at)
		line := src[at:end]
		trimmed := strings.TrimLeft(line, " \t")
		switch {
		case trimmed == "" || comment(trimmed):
		case f == INI && trimmed[0] == '[':
			section = strings.Trim(strings.TrimRight(trimmed, " \t\r"), "[]\" ")
		default:
			pairs = lineAssignments(pairs, line, at, f, section)
		}
		at = end + 1
	}
	return pairs
}

func comment(line string) bool {
	return line[0] == '#' || line[0] == ';' || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "rem ") || strings.HasPrefix(line, "REM ")
}

// lineAssignments reads all assignments of a line whose names count.
func lineAssignments(pairs []pair, line string, base int, f Format, section string) []pair {
	declared := false // Dockerfile: ARG NAME, ENV NAME value
	for i := 0; i < len(line); {
		if !nameByte(line[i]) {
			i++
			continue
		}
		start := i
		for i < len(line) && nameByte(line[i]) {
			i++
		}
		name := line[start:i]
		if declares(name) {
			declared = true
			continue
		}
		full := name
		if section != "" && start == len(line)-len(strings.TrimLeft(line, " \t")) {
			full = section + "." + name
		}
		valueAt, ok := separator(line, i, declared)
		if !ok || !mentions(full) {
			if ok && section == "" && f != Lines {
				i = max(i, valueAt)
			}
			continue
		}
		value, from, to := lineValue(line, valueAt, f)
		p := pair{name: full, nameAt: base + start, value: value, quoted: from > valueAt}
		if to > from {
			p.at, p.end = base+from, base+to
		}
		pairs = append(pairs, p)
		i = max(to, valueAt)
	}
	return pairs
}

func nameByte(c byte) bool { return isWord(c) || c == '.' || c == '-' }

// declares reports words before a name that may stand without a value.
func declares(word string) bool {
	switch word {
	case "ARG", "ENV", "LABEL", "export", "setx", "set", "set-env", "setenv", "declare", "local", "readonly":
		return true
	}
	return false
}

// separator looks for what makes the word before it a name. The value begins at
// valueAt.
func separator(line string, i int, declared bool) (valueAt int, ok bool) {
	for i < len(line) && (line[i] == '"' || line[i] == '\'' || line[i] == ']') {
		i++
	}
	j := i
	for j < len(line) && (line[j] == ' ' || line[j] == '\t') {
		j++
	}
	for _, sep := range [...]string{"?=", ":=", "::=", "+=", "=", ":"} {
		if strings.HasPrefix(line[j:], sep) && !strings.HasPrefix(line[j:], "==") && !strings.HasPrefix(line[j:], "://") {
			j += len(sep)
			for j < len(line) && (line[j] == ' ' || line[j] == '\t') {
				j++
			}
			return j, true
		}
	}
	if declared {
		return j, true
	}
	return 0, false
}

// lineValue reads the value that begins at i.
func lineValue(line string, i int, f Format) (value string, from, to int) {
	if i >= len(line) || line[i] == '\r' {
		return "", i, i
	}
	if q := line[i]; q == '"' || q == '\'' || q == '`' {
		end := strings.IndexByte(line[i+1:], q)
		if end < 0 {
			end = len(strings.TrimRight(line[i+1:], "\r"))
		}
		return line[i+1 : i+1+end], i + 1, i + 1 + end
	}
	end := i
	depth := 0
	for end < len(line) {
		c := line[end]
		switch {
		case c == '{' || c == '(':
			depth++
		case c == '}' || c == ')':
			depth--
		case depth <= 0 && c == ',' && nextAssignment().MatchString(line[end:]):
			return line[i:end], i, end
		case depth <= 0 && (c == ' ' || c == '\t' || c == '\r' || c == ';' || c == '"' || c == '\''):
			return line[i:end], i, end
		}
		end++
	}
	return line[i:end], i, end
}

// nextAssignment follows a value in a list: --set a=1,b=2.
var nextAssignment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^,[\w.-]+=`) })

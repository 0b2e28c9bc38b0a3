package driver

import (
	"regexp"
	"strings"
	"sync"
)

// action is one action of a template with its first word and what follows.
var action = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)\{\{-?\s*(/\*.*?\*/|[a-z]*)([^}]*)\}\}`) })

// definitions are the templates of a file by name; "" is the file itself
// without what it only defines. Each has the length of the file, with blanks
// for the others, so that offsets are those of the file.
func definitions(text string) map[string]string {
	type open struct {
		name  string // of a define
		start int    // where its body begins
	}
	var stack []open
	main := []byte(text)
	out := map[string]string{}
	for _, m := range action().FindAllStringSubmatchIndex(text, -1) {
		word := text[m[2]:m[3]]
		switch word {
		case "if", "range", "with", "block":
			stack = append(stack, open{})
		case "define":
			name := strings.Trim(strings.TrimSpace(text[m[4]:m[5]]), "\"`- ")
			stack = append(stack, open{name, m[1]})
		case "end":
			if len(stack) == 0 {
				continue
			}
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if top.name == "" {
				continue
			}
			body := []byte(text)
			blank(body[:top.start])
			blank(body[m[0]:])
			out[top.name] = string(body)
			blank(main[top.start:m[0]])
		}
	}
	out[""] = string(main)
	return out
}

// blank overwrites text but for the ends of lines.
func blank(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

package page

import (
	"bytes"
	"strings"
)

// Handlers are the event handler attributes that are worth reading as scripts.
func Handlers(attrs []Attr) []Script {
	var out []Script
	for _, a := range attrs {
		if strings.HasPrefix(a.Name, "on") && strings.Contains(a.Value, "ntercom") && !strings.Contains(a.Value, "&") {
			out = append(out, Script{From: a.Off, To: a.Off + len(a.Value), Attr: true})
		}
	}
	return out
}

// Frontmatter takes the code between --- and --- from an Astro page, which runs
// on the server. rest is the page with it blanked.
func Frontmatter(data []byte) (s Script, rest []byte) {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("---")) {
		return s, data
	}
	from := bytes.Index(data, []byte("---")) + 3
	end := bytes.Index(data[from:], []byte("\n---"))
	if end < 0 {
		return s, data
	}
	s = Script{From: from, To: from + end + 1}
	rest = bytes.Clone(data)
	fill(rest[:s.To+3], false)
	return s, rest
}

// Without blanks the scripts of a page.
func Without(data []byte, scripts []Script) []byte {
	out := bytes.Clone(data)
	for _, s := range scripts {
		fill(out[s.From:s.To], false)
	}
	return out
}

// In says whether an offset stands in template code.
func In(actions []Action, off int) bool {
	for _, a := range actions {
		if off >= a.From && off < a.To {
			return true
		}
	}
	return false
}

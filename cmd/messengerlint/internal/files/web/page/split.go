package page

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// Script is one stretch of JavaScript in a page.
type Script struct {
	From, To int
	TS       bool
	JSX      bool
	Module   bool
	Server   bool // Svelte and Vue code that runs on the server only
	// Attr is set for an event handler's attribute.
	Attr bool
}

// Attr is one attribute of a page's markup, with the offset of its value.
type Attr struct {
	Tag, Name, Value string
	Off              int
}

// Scripts finds the scripts of a page, and the attributes that may hold
// settings. masked is the page with its template actions blanked.
func Scripts(masked []byte) (scripts []Script, attrs []Attr) {
	z := html.NewTokenizer(bytes.NewReader(masked))
	z.SetMaxBuf(len(masked) + 1)
	off := 0
	var open *Script
	for {
		tt := z.Next()
		raw := len(z.Raw())
		start := off
		off += raw
		switch tt {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return scripts, attrs
			}
			return scripts, attrs
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := string(name)
			var list []html.Attribute
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				list = append(list, html.Attribute{Key: string(k), Val: string(v)})
			}
			attrs = append(attrs, located(masked[start:off], start, tag, list)...)
			open = nil
			if tag == "script" && tt == html.StartTagToken {
				if s, ok := scriptOf(list); ok {
					open = &s
				}
			}
		case html.TextToken:
			if open != nil {
				open.From, open.To = start, off
				scripts = append(scripts, *open)
				open = nil
			}
		default:
			open = nil
		}
	}
}

// scriptOf reads the attributes of a script element; ok is false for data.
func scriptOf(list []html.Attribute) (s Script, ok bool) {
	ok = true
	for _, a := range list {
		v := strings.ToLower(strings.TrimSpace(a.Val))
		switch a.Key {
		case "type":
			switch v {
			case "", "text/javascript", "application/javascript", "text/ecmascript", "application/x-javascript", "text/plain", "text/rocketscript", "text/partytown":
			case "module":
				s.Module = true
			case "text/babel", "text/jsx":
				s.JSX = true
			case "text/typescript":
				s.TS = true
			default:
				ok = false
			}
		case "lang":
			s.TS = s.TS || v == "ts" || v == "typescript" || v == "tsx"
			s.JSX = s.JSX || v == "jsx" || v == "tsx"
		case "setup":
			s.Module = true
		}
	}
	return s, ok
}

// located finds the offsets of attribute values in a tag.
func located(raw []byte, start int, tag string, list []html.Attribute) []Attr {
	var out []Attr
	at := 0
	low := bytes.Clone(raw) // bytes.ToLower would change the length of broken UTF-8
	for i, c := range low {
		if c >= 'A' && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	for _, a := range list {
		i := bytes.Index(low[at:], []byte(a.Key))
		if i < 0 {
			continue
		}
		at += i + len(a.Key)
		off := at
		if eq := bytes.IndexByte(raw[at:], '='); eq >= 0 && len(bytes.TrimSpace(raw[at:at+eq])) == 0 {
			off = at + eq + 1
			for off < len(raw) && (raw[off] == ' ' || raw[off] == '"' || raw[off] == '\'' || raw[off] == '\n') {
				off++
			}
			at = off
		}
		out = append(out, Attr{Tag: tag, Name: a.Key, Value: a.Val, Off: start + off})
	}
	return out
}

// Only blanks everything outside the scripts. A semicolon in the place of each
// end tag keeps them apart.
func Only(data []byte, scripts []Script) []byte {
	out := bytes.Clone(data)
	from := 0
	for _, s := range scripts {
		fill(out[from:s.From], false)
		if s.To < len(out) && out[s.To] == '<' {
			out[s.To] = ';'
			from = s.To + 1
		} else {
			from = s.To
		}
	}
	fill(out[from:], false)
	for i := 0; i+3 < len(out); i++ { // <!-- and --> are comments in scripts
		if out[i] == '<' && bytes.HasPrefix(out[i:], []byte("<!--")) {
			fill(out[i:i+4], false)
		} else if out[i] == '-' && bytes.HasPrefix(out[i:], []byte("-->")) && (i == 0 || lineBlank(out, i)) {
			fill(out[i:i+3], false)
		}
	}
	return out
}

func lineBlank(b []byte, i int) bool {
	for i--; i >= 0 && b[i] != '\n'; i-- {
		if b[i] != ' ' && b[i] != '\t' {
			return false
		}
	}
	return true
}

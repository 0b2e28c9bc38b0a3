package token

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Text writes an answer for people.
func Text(w io.Writer, a *Answer, colour bool) error {
	out := bufio.NewWriter(w)
	paint := func(code, text string) string {
		if !colour {
			return text
		}
		return "\x1b[" + code + "m" + text + "\x1b[0m"
	}
	fmt.Fprintln(out, paint("1", a.Kind))
	for _, part := range []struct {
		title  string
		fields []Field
	}{{"header", a.Header}, {"claims", a.Claims}} {
		if len(part.fields) == 0 {
			continue
		}
		fmt.Fprintf(out, "\n%s\n", part.title)
		for _, f := range part.fields {
			text := clean(f.Name + ": " + f.Value)
			if f.Note != "" {
				text += paint("2", "  ("+f.Note+")")
			}
			fmt.Fprintf(out, "\t%s\n", text)
		}
	}
	fmt.Fprintf(out, "\nsignature\n\t%s\n\n", a.Signature)
	for _, p := range a.Problems {
		word := paint(map[bool]string{true: "31", false: "36"}[p.Level > 2], p.Level.String())
		fmt.Fprintf(out, "%s: %s", word, clean(p.Text))
		if p.Rule != "" {
			fmt.Fprintf(out, " [%s]", p.Rule)
		}
		fmt.Fprintln(out)
	}
	switch {
	case a.Wrong():
	case a.Checked:
		fmt.Fprintln(out, paint("32", "nothing is wrong with it"))
	default:
		fmt.Fprintln(out, "nothing is wrong with it as far as can be seen without the secret")
	}
	return out.Flush()
}

func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '?'
		}
		return r
	}, s)
}

type jsonAnswer struct {
	Version   int               `json:"version"`
	Kind      string            `json:"kind"`
	Header    map[string]string `json:"header,omitempty"`
	Claims    map[string]string `json:"claims,omitempty"`
	Signature string            `json:"signature"`
	Checked   bool              `json:"checked"`
	Wrong     bool              `json:"wrong"`
	Problems  []jsonProblem     `json:"problems"`
}

type jsonProblem struct {
	Rule  string `json:"rule,omitempty"`
	Level string `json:"level"`
	Text  string `json:"text"`
}

// JSON writes an answer for programs. Values are JSON texts, as they are shown.
func JSON(w io.Writer, a *Answer) error {
	out := jsonAnswer{Version: 1, Kind: a.Kind, Header: map[string]string{}, Claims: map[string]string{},
		Signature: a.Signature, Checked: a.Checked, Wrong: a.Wrong(), Problems: []jsonProblem{}}
	for _, f := range a.Header {
		out.Header[f.Name] = f.Value
	}
	for _, f := range a.Claims {
		out.Claims[f.Name] = f.Value
	}
	for _, p := range a.Problems {
		out.Problems = append(out.Problems, jsonProblem{p.Rule, p.Level.String(), p.Text})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

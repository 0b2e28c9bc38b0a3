package output

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Text writes one line a finding that counts, its steps below it. Suppressed
// ones are in the summary only.
func Text(w io.Writer, r *Report, s Style) error {
	out := bufio.NewWriter(w)
	paint := painter(s.Colour)
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			continue
		}
		fmt.Fprintf(out, "%s: %s: %s\n", link(s, f.Place, paint(bold, at(f.Place))), paint(colour(f.Severity), f.Rule), line(f.Message))
		for _, step := range f.Steps {
			if step.Path == "" {
				fmt.Fprintf(out, "\t%s\n", line(step.Text))
				continue
			}
			fmt.Fprintf(out, "\t%s: %s\n", link(s, step.Place, paint(faint, at(step.Place))), line(step.Text))
		}
	}
	return out.Flush()
}

// link makes a text clickable in terminals that can (OSC 8); others show the
// text alone.
func link(s Style, p finding.Place, text string) string {
	if s.Links == "" || p.Path == "" {
		return text
	}
	name := filepath.FromSlash(p.Path)
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.Links, name)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(name)}
	return "\x1b]8;;" + u.String() + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

func at(p finding.Place) string {
	if p.Line == 0 {
		return line(p.Path)
	}
	return fmt.Sprintf("%s:%d:%d", line(p.Path), p.Line, p.Column)
}

// line keeps a text on one line and free of control characters, which a file
// name may hold.
func line(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0,
			r == '\u2028' || r == '\u2029',                                   // lines, for some
			r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069': // turn text around: gnp.exe
			return '?'
		}
		return r
	}, s)
}

const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	yellow = "33"
	cyan   = "36"
)

func colour(s finding.Severity) string {
	switch s {
	case finding.Critical, finding.High:
		return red
	case finding.Medium:
		return yellow
	}
	return cyan
}

func painter(on bool) func(code, text string) string {
	if !on {
		return func(_, text string) string { return text }
	}
	return func(code, text string) string { return "\x1b[" + code + "m" + text + "\x1b[0m" }
}

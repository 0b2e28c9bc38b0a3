package inventory

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Style says how text may look.
type Style struct{ Colour bool }

// Handler writes a map in one format.
type Handler func(w io.Writer, m *Map, s Style) error

// Text writes one line a place, by platform, and a summary.
func Text(w io.Writer, m *Map, s Style) error {
	out := bufio.NewWriter(w)
	for _, p := range m.Platforms {
		fmt.Fprintln(out, paint(s, "1", heading(p)))
		for _, e := range m.Of(p.Name) {
			fmt.Fprintf(out, "\t%s: %s\n", place(e), paint(s, colour(e), clean(e.What+" "+e.kindWord()+e.Says())))
		}
	}
	fmt.Fprintln(out, m.Summary())
	return out.Flush()
}

// kindWord tells boots apart.
func (e Entry) kindWord() string {
	if e.What == "boot" && e.Kind != "boot" && e.Kind != "" {
		return "(" + e.Kind + ") "
	}
	return ""
}

func heading(p Platform) string {
	var parts []string
	if p.Boots > 0 {
		parts = append(parts, fmt.Sprintf("secured %d of %d", p.Secured, p.Boots))
	}
	if p.Open > 0 {
		parts = append(parts, fmt.Sprintf("%d cannot be told", p.Open))
	}
	if p.Anonymous > 0 {
		parts = append(parts, fmt.Sprintf("%d anonymous", p.Anonymous))
	}
	if p.Mints > 0 {
		parts = append(parts, plural(p.Mints, "mint"))
	}
	if len(parts) == 0 && p.Proofs == 0 {
		parts = append(parts, "no boot found")
	}
	if len(parts) == 0 {
		return Title(p.Name)
	}
	return Title(p.Name) + ": " + strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func colour(e Entry) string {
	switch e.Level {
	case LevelNone:
		return "31"
	case LevelOpen:
		return "33"
	case LevelAnonymous:
		return "2"
	}
	return "32"
}

func paint(s Style, code, text string) string {
	if !s.Colour {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func place(e Entry) string { return fmt.Sprintf("%s:%d:%d", clean(e.Path), e.Line, e.Column) }

// clean keeps a text on one line and valid.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == utf8.RuneError {
			return '?'
		}
		return r
	}, s)
}

// Markdown writes a table a platform.
func Markdown(w io.Writer, m *Map, _ Style) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# Map of the Messenger\n\n%s.\n", cell(upper(m.Summary())))
	for _, p := range m.Platforms {
		fmt.Fprintf(out, "\n## %s\n\n", cell(upper(heading(p))))
		entries := m.Of(p.Name)
		if len(entries) == 0 {
			continue
		}
		fmt.Fprintln(out, "| Where | What | Identity | Key | Lifetime | Refresh seen | Sent unsigned |")
		fmt.Fprintln(out, "|---|---|---|---|---|---|---|")
		for _, e := range entries {
			fmt.Fprintf(out, "| `%s` | %s | %s | %s | %s | %s | %s |\n", strings.ReplaceAll(clean(place(e)), "`", "'"), cell(strings.TrimSpace(e.What+" "+e.kindWord())),
				cell(e.Level), cell(e.Key), cell(e.lifetimeCell()), e.refreshCell(), cell(strings.Join(e.Unsigned, ", ")))
		}
	}
	for i, x := range m.Incomplete {
		if i == 0 {
			fmt.Fprint(out, "\n## Not looked at\n\n")
		}
		fmt.Fprintf(out, "- %s: %s\n", cell(x.Path), cell(x.Reason))
	}
	return out.Flush()
}

func (e Entry) lifetimeCell() string {
	if e.What != "mint" || e.Level == LevelHMAC {
		return ""
	}
	return short(e.Lifetime)
}

func (e Entry) refreshCell() string {
	switch {
	case e.What != "boot" || e.Level != LevelJWT:
		return ""
	case e.Refresh:
		return "yes"
	}
	return "no"
}

func upper(s string) string {
	if s == "" || strings.HasPrefix(s, "iOS") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// cell keeps a text from ending a cell or beginning markup.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "`", "'", "*", `\*`, "[", `\[`, "]", `\]`).Replace(clean(s))
}

type jsonMap struct {
	Version    int              `json:"version"`
	Tool       jsonTool         `json:"tool"`
	Summary    string           `json:"summary"`
	Platforms  []jsonPlatform   `json:"platforms"`
	Entries    []jsonEntry      `json:"entries"`
	Incomplete []jsonIncomplete `json:"incomplete"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonPlatform struct {
	Platform  string `json:"platform"`
	Boots     int    `json:"boots"`
	Secured   int    `json:"secured"`
	Open      int    `json:"open"`
	Anonymous int    `json:"anonymous"`
	Mints     int    `json:"mints"`
	Proofs    int    `json:"proofs"`
	Expected  bool   `json:"expected"`
}

type jsonEntry struct {
	What     string   `json:"what"`
	Platform string   `json:"platform"`
	Kind     string   `json:"kind"`
	Identity string   `json:"identity"`
	Path     string   `json:"path"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Key      string   `json:"key,omitempty"`
	Lifetime string   `json:"lifetime,omitempty"`
	Refresh  *bool    `json:"refreshSeen,omitempty"`
	Unsigned []string `json:"sentUnsigned,omitempty"`
}

type jsonIncomplete struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// JSON writes one object, also when there is nothing to show.
func JSON(w io.Writer, m *Map, _ Style) error {
	out := jsonMap{
		Version: 1, Tool: jsonTool{"messengerlint", m.Version}, Summary: m.Summary(),
		Platforms: []jsonPlatform{}, Entries: []jsonEntry{}, Incomplete: []jsonIncomplete{},
	}
	for _, p := range m.Platforms {
		out.Platforms = append(out.Platforms, jsonPlatform{p.Name, p.Boots, p.Secured, p.Open, p.Anonymous, p.Mints, p.Proofs, p.Expected})
	}
	for _, e := range m.Entries {
		one := jsonEntry{What: e.What, Platform: e.Platform, Kind: e.Kind, Identity: e.Level, Path: e.Path, Line: e.Line, Column: e.Column,
			Key: e.Key, Lifetime: e.Lifetime, Unsigned: e.Unsigned}
		if e.What == "boot" {
			one.Refresh = &e.Refresh
		}
		out.Entries = append(out.Entries, one)
	}
	for _, i := range m.Incomplete {
		out.Incomplete = append(out.Incomplete, jsonIncomplete(i))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

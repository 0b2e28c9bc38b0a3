package output

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// The page is one file: its style, script and pictures are inside, and its
// content security policy keeps it from loading anything.

//go:embed page/report.css
var pageCSS string

//go:embed page/report.js
var pageJS string

//go:embed page/report.html.tmpl
var pageText string

// page is what the template shows.
type page struct {
	Title, Version, Summary string
	CSS                     template.CSS
	JS                      template.JS
	ScriptHash              string
	Counts                  []countCard
	Rules                   []string
	Findings                []htmlFinding
	Suppressed              int
	Map                     *mapPicture
	Incomplete              []finding.Incomplete
	HasFindings             bool // the page of a check, even when it found nothing
}

type countCard struct {
	Level string
	N     int
	Key   int // on the keyboard
}

type htmlFinding struct {
	ID                      int
	Rule, Level, Confidence string
	Place, Message, Advice  string
	URL, Search, Comment    string
	Fingerprint, Suppressed string
	Commit                  string
	Path                    []station
}

// station is one stop on the way of a value.
type station struct {
	Kind              string // "source", "step" or "sink"
	First             bool
	Place, Text, Code string
}

// HTML writes a report as one page.
func HTML(w io.Writer, r *Report, _ Style) error {
	p := newPage("Messenger security report", r.Version)
	p.HasFindings, p.Summary = true, r.Summary()
	counts, _, suppressed := r.Counts()
	p.Suppressed = suppressed
	for i, s := range []finding.Severity{finding.Critical, finding.High, finding.Medium, finding.Low} {
		p.Counts = append(p.Counts, countCard{s.String(), counts[s], i + 1})
	}
	src := newSources(r.Root)
	sorted := slices.Clone(r.Findings)
	slices.SortStableFunc(sorted, func(a, b finding.Finding) int { return int(b.Severity) - int(a.Severity) })
	for i, f := range sorted {
		p.Findings = append(p.Findings, htmlOf(i+1, f, r, src))
		if !slices.Contains(p.Rules, f.Rule) {
			p.Rules = append(p.Rules, f.Rule)
		}
	}
	slices.Sort(p.Rules)
	if r.Map != nil {
		p.Map = drawMap(r.Map)
	}
	p.Incomplete = r.Incomplete
	return p.write(w)
}

// MapHTML writes a map as one page.
func MapHTML(w io.Writer, m *inventory.Map, _ inventory.Style) error {
	p := newPage("Map of the Messenger", m.Version)
	p.Summary, p.Map, p.Incomplete = m.Summary(), drawMap(m), m.Incomplete
	return p.write(w)
}

func newPage(title, version string) *page {
	sum := sha256.Sum256([]byte(pageJS))
	return &page{
		Title: title, Version: version, CSS: template.CSS(pageCSS), JS: template.JS(pageJS),
		ScriptHash: base64.StdEncoding.EncodeToString(sum[:]),
	}
}

func (p *page) write(w io.Writer) error {
	t, err := template.New("report").Parse(pageText)
	if err != nil {
		return err
	}
	return t.Execute(w, p)
}

func htmlOf(id int, f finding.Finding, r *Report, src *sources) htmlFinding {
	what, advice, _ := strings.Cut(plain(f.Message), "; ")
	out := htmlFinding{
		ID: id, Rule: f.Rule, Level: f.Severity.String(), Confidence: f.Confidence.String(), Place: plain(at(f.Place)),
		Message: what, Advice: advice, URL: rule.DocURL + f.Rule + ".md", Fingerprint: f.Fingerprint,
	}
	if f.Rule != directive.RuleName {
		out.Comment = "messengerlint:ignore " + f.Rule + " <reason>"
	}
	out.Search = strings.ToLower(strings.Join([]string{f.Rule, out.Level, out.Place, out.Message, out.Advice}, " "))
	if f.Suppressed != nil {
		out.Suppressed = f.Suppressed.Kind + ": " + plain(f.Suppressed.Reason)
	}
	if c, ok := r.Commits[f.Fingerprint]; ok {
		out.Commit = plain(fmt.Sprintf("committed by %s on %s in %.12s", c.Author, c.Date, c.Commit))
	}
	for i, s := range f.Steps {
		kind := "step"
		if i == 0 {
			kind = "source"
		}
		st := station{Kind: kind, First: i == 0, Text: plain(s.Text)}
		if s.Path != "" {
			st.Place, st.Code = plain(at(s.Place)), src.excerpt(s.Place)
		}
		out.Path = append(out.Path, st)
	}
	out.Path = append(out.Path, station{"sink", len(f.Steps) == 0, out.Place, "reported here", src.excerpt(f.Place)})
	return out
}

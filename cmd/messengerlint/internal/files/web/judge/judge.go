// Package judge applies the rules to one parsed script: it finds mints, boots,
// secrets and the places where a secret leaves, and says what is wrong.
package judge

import (
	"slices"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Script is one script to judge.
type Script struct {
	File *reader.File
	Tree *tree.File
	// Text is the original text that the tree's offsets count in.
	Text []byte
	// Page is set for scripts that a page holds (HTML, Vue, Svelte): they run
	// in the browser.
	Page bool
	// HTML is set for inline scripts of HTML pages and templates, whose
	// intercomSettings need no window before them.
	HTML bool
	// Link finds what a script imports by a relative path or an alias for one;
	// nil when nothing is known but this script.
	Link func(from, module string) *Source
}

// Source is a script that another one imports.
type Source struct {
	Path  string
	Tree  *tree.File
	Text  []byte
	Lines *Lines
}

// judge is the state while one script is judged.
type judge struct {
	Script
	flow  *flow.Flow
	lines *Lines
	// sources are the scripts by their roots, this one and what it imports.
	sources map[*tree.Node]*Source
	side    side
	own     bool // the file speaks Intercom's own words
	brand   bool // intercom stands in the file or its folder
	out     reader.Result
	calls   []*tree.Node
	mints   []*mint
	via     *mint // the mint in another script that is being judged

	handed  map[source]messenger.ProofKind // what is handed to the Messenger as a proof
	exposed map[string]bool                // literals that frontendkey has, by id
	seen    map[string]bool
	hashes  map[*tree.Node]bool // functions that identityhash has
}

// Run judges a script.
func Run(s Script, lines *Lines) reader.Result {
	j := &judge{
		Script: s, flow: flow.New(s.Tree.Root), lines: lines,
		exposed: map[string]bool{}, seen: map[string]bool{}, hashes: map[*tree.Node]bool{},
	}
	j.sources = map[*tree.Node]*Source{s.Tree.Root: {Path: s.File.Path, Tree: s.Tree, Text: s.Text, Lines: lines}}
	if s.Link != nil {
		j.flow.Link = j.link
	}
	text := string(s.File.Data)
	j.own = messenger.IdentityWords(text)
	j.brand = s.File.Intercom || messenger.HasIntercom(text)
	tree.Walk(s.Tree.Root, func(n *tree.Node) bool {
		if n.Kind == tree.Call || n.Kind == tree.New {
			j.calls = append(j.calls, n)
		}
		return true
	})
	j.side = j.sides()
	j.findMints()
	j.findLinked()
	j.findBoots()
	j.findHandedOver()
	j.findExposures()
	j.findProofs()
	j.findLogs()
	j.findPublic()
	j.findLiterals()
	finding.SortUnique(j.out.Findings)
	return j.out
}

// place is where a node stands in the file.
func (j *judge) place(n *tree.Node) finding.Place {
	s := j.sourceOf(n)
	p := s.Lines.At(n.Off)
	p.Path = s.Path
	end := n.End
	if n.Kind == tree.String {
		end = literalEnd(s.Text, n.Off)
	}
	if end > n.Off && end <= len(s.Text) {
		e := s.Lines.At(end)
		p.EndLine, p.EndColumn = e.Line, e.Column
	}
	return p
}

// literalEnd is the offset behind a quoted literal, or 0.
func literalEnd(text []byte, off int) int {
	if off >= len(text) || !strings.ContainsRune("'\"`", rune(text[off])) {
		return 0
	}
	for i := off + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case text[off]:
			return i + 1
		}
	}
	return 0
}

// report adds a finding unless the same rule has one at the same place.
func (j *judge) report(rule string, sev finding.Severity, conf finding.Confidence, at *tree.Node, msg string, steps ...finding.Step) {
	if at = j.nearer(at); at == nil {
		return
	}
	key := rule + "\x00" + j.id(at) + "\x00" + msg
	if j.seen[key] {
		return
	}
	j.seen[key] = true
	j.out.Findings = append(j.out.Findings, finding.Finding{
		Rule: rule, Severity: sev, Confidence: conf, Place: j.place(at), Message: msg, Steps: steps,
	})
}

// step tells of one place on the way.
func (j *judge) step(at *tree.Node, text string) finding.Step {
	return finding.Step{Place: j.place(at), Text: text}
}

// hops turns the way of a value into steps.
func (j *judge) hops(v *flow.Value) []finding.Step {
	var out []finding.Step
	if v == nil {
		return nil
	}
	if v.Kind == flow.Env && v.Node != nil {
		out = append(out, j.step(v.Node, "read from the environment variable "+v.Text))
	}
	for _, h := range v.Steps {
		if h.Node != nil && len(out) < 8 {
			out = append(out, j.step(h.Node, "flows into "+h.Name))
		}
	}
	return out
}

// lifetime is the longest lifetime that is not reported.
func (j *judge) lifetime() time.Duration {
	if j.File.MaxLifetime > 0 {
		return j.File.MaxLifetime
	}
	return 24 * time.Hour
}

// functionName is the name a function goes by: its own, its variable's, its
// property's.
func functionName(fn *tree.Node) string {
	if fn == nil || fn.Kind != tree.Func {
		return ""
	}
	if fn.Name != "" {
		return fn.Name
	}
	for p := fn.Parent; p != nil; p = p.Parent {
		switch p.Kind {
		case tree.Decl:
			return p.X.Name
		case tree.Prop:
			return p.Name
		case tree.Assign:
			return p.X.Name
		case tree.Call, tree.Await, tree.Cond, tree.Logical: // useCallback(() => …), wrap(async () => …)
			continue
		}
		return ""
	}
	return ""
}

// enclosingNames are the names of the functions and classes around n, the
// innermost first.
func enclosingNames(n *tree.Node) []string {
	var out []string
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.Kind {
		case tree.Func:
			if name := functionName(p); name != "" && !slices.Contains(out, name) {
				out = append(out, name)
			}
		case tree.Class:
			if p.Name != "" {
				out = append(out, p.Name)
			}
		}
	}
	return out
}

// unparen climbs from n through what hands its value on unchanged.
func unparen(n *tree.Node) *tree.Node {
	p := n
	for p.Parent != nil {
		switch q := p.Parent; q.Kind {
		case tree.Await, tree.Seq:
			p = q
		case tree.Cond, tree.Logical:
			if q.X == p && q.Kind == tree.Cond {
				return p
			}
			p = q
		default:
			return p
		}
	}
	return p
}

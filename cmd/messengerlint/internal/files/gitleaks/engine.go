// Package gitleaks is the one place that knows the gitleaks engine. It brings
// in candidates with their exact places; what a name or a value means is
// judged by package messenger.
package gitleaks

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/rs/zerolog"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/logging"
	"github.com/zricethezav/gitleaks/v8/report"
)

// AllowMark is gitleaks' own comment that a line is to be left alone.
const AllowMark = "gitleaks:allow"

// Match is a candidate: a value and the rule that brought it in. The offsets
// are bytes of the text.
type Match struct {
	Rule       string
	Start, End int // of the whole match, which begins with the name if there is one
	ValueStart int
	ValueEnd   int
}

// Engine finds candidates. It is safe for concurrent use.
type Engine struct {
	detector *detect.Detector
	regexes  map[string]*regexp.Regexp
}

// Lazy returns the function that makes the engine on first need: a tree
// without a needle never pays for it.
func Lazy() func() (*Engine, error) { return sync.OnceValues(New) }

// quiet silences the engine's logger, a global of its package: it would print
// secrets on standard error.
var quiet = sync.OnceFunc(func() { logging.Logger = zerolog.Nop() })

// New builds the engine from the rules of the command. The configuration is
// built in code: decoding gitleaks.toml would bring in nothing more, and the
// "extend" of gitleaks keeps a counter in a global that never resets.
func New() (*Engine, error) {
	quiet()
	cfg := config.Config{Rules: map[string]config.Rule{}, Keywords: map[string]struct{}{}}
	e := &Engine{regexes: map[string]*regexp.Regexp{}}
	for _, r := range rules {
		if r.wide == "" {
			continue
		}
		re, err := regexp.Compile(r.wide)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.id, err)
		}
		e.regexes[r.id] = re
		cr := config.Rule{RuleID: r.id, Description: r.description, Regex: re, SecretGroup: re.NumSubexp()}
		for _, k := range r.keywords {
			k = strings.ToLower(k)
			cr.Keywords = append(cr.Keywords, k)
			cfg.Keywords[k] = struct{}{}
		}
		if err := cr.Validate(); err != nil {
			return nil, err
		}
		cfg.Rules[r.id] = cr
		cfg.OrderedRules = append(cfg.OrderedRules, r.id)
	}
	e.detector = detect.NewDetector(cfg)
	// The mark is honoured by the caller, who keeps such findings as suppressed.
	e.detector.IgnoreGitleaksAllow = true
	return e, nil
}

// Keywords are the words, in lower case, without one of which a text holds no
// candidate.
func Keywords() []string {
	set := map[string]struct{}{}
	for _, r := range rules {
		if r.wide != "" {
			for _, k := range r.keywords {
				set[strings.ToLower(k)] = struct{}{}
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// Find returns the candidates of a text in their order. base is added to
// all offsets, for a text that is a window of a larger one.
func (e *Engine) Find(ctx context.Context, text string, base int) []Match {
	found := e.detector.DetectContext(ctx, detect.Fragment{Raw: text})
	if len(found) == 0 {
		return nil
	}
	newlines := newlinesOf(text)
	out := make([]Match, 0, len(found))
	for i := range found {
		if m, ok := e.locate(text, newlines, &found[i]); ok {
			m.Start, m.End, m.ValueStart, m.ValueEnd = m.Start+base, m.End+base, m.ValueStart+base, m.ValueEnd+base
			out = append(out, m)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].ValueStart != out[j].ValueStart {
			return out[i].ValueStart < out[j].ValueStart
		}
		return out[i].Rule < out[j].Rule
	})
	return out
}

func newlinesOf(text string) []int {
	var at []int
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return at
		}
		at = append(at, i+n)
		i += n + 1
	}
}

// locate turns gitleaks' line and column into an offset. Its lines count from
// 0; its columns count from 1 on the first line and from 2 on all others
// (gitleaks issue 1424). What is not at the place is searched on the line.
func (e *Engine) locate(text string, newlines []int, f *report.Finding) (Match, bool) {
	re := e.regexes[f.RuleID]
	if re == nil || f.StartLine < 0 || f.StartLine > len(newlines) {
		return Match{}, false
	}
	lineStart, at := 0, f.StartColumn-1
	if f.StartLine > 0 {
		lineStart = newlines[f.StartLine-1] + 1
		at = lineStart + f.StartColumn - 2
	}
	if at < 0 || at > len(text) || !strings.HasPrefix(text[at:], f.Match) {
		i := strings.Index(text[lineStart:], f.Match)
		if i < 0 {
			return Match{}, false
		}
		at = lineStart + i
	}
	g := re.FindStringSubmatchIndex(f.Match)
	if len(g) < 4 || g[2] < 0 {
		return Match{}, false
	}
	return Match{Rule: f.RuleID, Start: at, End: at + len(f.Match), ValueStart: at + g[2], ValueEnd: at + g[3]}, true
}

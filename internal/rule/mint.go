package rule

import (
	"go/token"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// EachMint calls visit for every mint of the Messenger in the package, with the
// engine held.
func (p *Pass) EachMint(visit func(*model.Mint)) {
	defer p.Model.Lock()()
	defer func() { p.mint = nil }()
	for _, m := range p.Model.Mints() { // those of callees come first
		p.mint = m
		visit(m)
	}
}

// told says whether a report about a mint was made already where that mint
// stands: a caller that leads to it is not told the same again.
func (p *Pass) told(r Report) bool {
	if p.mint == nil {
		return false
	}
	for inner := p.mint.Inner; inner != nil; inner = inner.Inner {
		if p.said[inner][wrong(r.Message)] {
			return true
		}
	}
	return false
}

// say remembers a report of the mint that is visited.
func (p *Pass) say(r Report) {
	if p.mint == nil {
		return
	}
	if p.said == nil {
		p.said = map[*trace.Mint]map[string]bool{}
	}
	if p.said[p.mint.Mint] == nil {
		p.said[p.mint.Mint] = map[string]bool{}
	}
	p.said[p.mint.Mint][wrong(r.Message)] = true
}

// wrong is the part of a message that says what is wrong, less the names in it.
func wrong(message string) string {
	message, _, _ = strings.Cut(message, ";")
	message, _, _ = strings.Cut(message, " (")
	return message
}

// ClaimMints is EachMint for the tokens that claim rules speak of: JWTs that
// are for the Messenger. A token that the Messenger secret signs for somebody
// else is wrongkey's (RULES.md, ruling 13).
func (p *Pass) ClaimMints(visit func(*model.Mint)) {
	p.EachMint(func(m *model.Mint) {
		if m.Kind == model.JWT && m.Foreign == "" {
			visit(m)
		}
	})
}

// At reports at the expression that starts at pos as SSA gives it.
func (p *Pass) At(pos token.Pos, r Report) {
	r.Pos, r.End = p.Model.ExprAt(pos)
	p.Report(r)
}

// MintSteps tells why a mint is held for the Messenger's, and through which
// calls the finding leads.
func MintSteps(m *model.Mint) []model.Step {
	var out []model.Step
	for _, ev := range m.Evidence {
		if len(out) == 3 {
			break
		}
		if !slices.Contains(out, ev.Step) {
			out = append(out, ev.Step)
		}
	}
	for _, l := range m.Chain {
		out = append(out, model.Step{Pos: l.Pos, Place: l.Place, Text: "signed through " + l.Func})
	}
	return out
}

// MintConfidence lowers a confidence when the mint rests on weak names alone.
func MintConfidence(m *model.Mint) finding.Confidence {
	for _, ev := range m.Evidence {
		if !ev.Weak {
			return m.Confidence
		}
	}
	return min(m.Confidence, finding.ConfidenceMedium)
}

// ClaimsPos is where a finding about the claims of a mint points: the literal
// that makes them, or the call when they are made elsewhere or by a builder.
func ClaimsPos(m *model.Mint) token.Pos {
	if o := m.Claims.Origin; o != nil && o.Pos.IsValid() && o.Kind != trace.Lib && m.Claims.Literals == 1 && !m.Lib.Builder {
		return o.Pos
	}
	return m.Call.Pos()
}

// AlreadyJudged says whether what is wrong with a value was reported in the
// package that minted: the value lies there and the mint was known for the
// Messenger's there.
func AlreadyJudged(m *model.Mint, pos token.Pos) bool { return m.Judged && !pos.IsValid() }

// ValuePos is where a finding about one value of a claim points: where it is
// written into the claims, or where it is made.
func ValuePos(claim trace.Claim, v *trace.Value) token.Pos {
	if v.At.IsValid() {
		return v.At
	}
	if claim.Value.At.IsValid() {
		return claim.Value.At
	}
	return v.Pos
}

package missinguserid

import (
	_ "embed"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule missinguserid.
var Rule = rule.New(rule.Meta{
	Name:     "missinguserid",
	Title:    "report a Messenger JWT without a usable user_id",
	Severity: finding.High,
	CWE:      []int{287},
	Where:    "GT",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

// substitutes are claims that are seen in the place of user_id, most telling
// first (RULES.md, missinguserid).
var substitutes = []string{"sub", "userId", "userID", "user-id", "userid", "UserID", "uid", "id", "email"}

func run(pass *rule.Pass) {
	pass.ClaimMints(func(m *model.Mint) {
		c := &checker{pass, m}
		claim, ok := m.Claims.Get("user_id")
		switch {
		case !ok:
			c.missing()
		case claim.Maybe && !m.Claims.Open:
			c.someTimes(claim)
		default:
			c.value(claim)
		}
	})
}

type checker struct {
	pass *rule.Pass
	m    *model.Mint
}

func (c *checker) report(pos token.Pos, message string, steps ...model.Step) {
	c.reportFix(pos, message, nil, steps...)
}

func (c *checker) reportFix(pos token.Pos, message string, fix *analysis.SuggestedFix, steps ...model.Step) {
	c.pass.At(pos, rule.Report{
		Message: message, Steps: append(steps, rule.MintSteps(c.m)...), Confidence: rule.MintConfidence(c.m), Fix: fix,
	})
}

// subFix renames sub, which holds the user's id by its definition (RFC 7519,
// 4.1.2). Other substitutes may be another id.
func (c *checker) subFix(pos token.Pos, name string) *analysis.SuggestedFix {
	if name != "sub" {
		return nil
	}
	if fix := c.pass.RenameClaim(pos, name, "user_id"); fix != nil {
		return fix
	}
	if fix := c.pass.JoseSubject(pos); fix != nil {
		return fix
	}
	return c.pass.SubjectToUserID(pos)
}

// emptyFix moves the subject of go-jose's claims into a user_id that is left
// empty beside it.
func (c *checker) emptyFix(what string) *analysis.SuggestedFix {
	if _, ok := c.m.Claims.Get("sub"); !ok || what != "empty" {
		return nil
	}
	return c.pass.JoseSubject(rule.ClaimsPos(c.m))
}

// missing reports closed claims without user_id.
func (c *checker) missing() {
	if !c.m.Claims.Lacks("user_id") || c.m.Judged && !c.localClaims() {
		return
	}
	pos := rule.ClaimsPos(c.m)
	for _, name := range substitutes {
		if _, ok := c.m.Claims.Get(name); ok {
			c.reportFix(pos, "Messenger JWT has "+name+" but no user_id, so Intercom refuses it; put the user's id in user_id, as a string", c.subFix(pos, name))
			return
		}
	}
	c.report(pos, "Messenger JWT has no user_id, so Intercom refuses it; put the user's id in user_id, as a string")
}

// localClaims says whether the claims are made in this package.
func (c *checker) localClaims() bool {
	o := c.m.Claims.Origin
	return o != nil && o.Pos.IsValid()
}

func (c *checker) someTimes(claim trace.Claim) {
	if c.m.Judged && !c.localClaims() {
		return
	}
	var steps []model.Step
	if claim.Cond.IsValid() {
		steps = append(steps, model.Step{Pos: claim.Cond, Text: "user_id is set here"})
	}
	c.report(rule.ClaimsPos(c.m), "Messenger JWT has user_id on some paths only, and Intercom refuses it without; set user_id on every path", steps...)
}

// value reports a user_id that cannot be one.
func (c *checker) value(claim trace.Claim) {
	if sent, other := c.pass.Model.SentOther(c.m, claim.Value); other {
		c.report(rule.ValuePos(claim, claim.Value), "user_id of the Messenger JWT is another value than the user_id that is sent beside it ("+sent+"); sign the id that the Messenger is booted with")
		return
	}
	alts := claim.Value.Alternatives()
	some := ""
	if len(alts) > 1 {
		some = " on some paths"
	}
	for _, a := range alts {
		what := c.wrong(a, claim)
		if what == "" || len(alts) > 1 && a.Plain().IsEmpty() && !c.inFunction(a) {
			continue
		}
		pos := rule.ValuePos(claim, a)
		if !pos.IsValid() {
			if c.m.Judged {
				continue
			}
			pos = rule.ClaimsPos(c.m)
		}
		c.reportFix(pos, "user_id of the Messenger JWT is "+what+some+"; sign the id of the signed-in user, as a string", c.emptyFix(what+some))
	}
}

// wrong says what is wrong with one value of user_id, or "".
func (c *checker) wrong(v *trace.Value, claim trace.Claim) string {
	p := v.Plain()
	if s, ok := p.Text(); ok {
		switch {
		case s == "":
			return "empty"
		case messenger.PlaceholderID(s):
			return "a placeholder"
		}
		return "the same constant for everybody"
	}
	if p.Redacted != nil {
		return "the same constant for everybody"
	}
	switch v.Class {
	case trace.TypeInt, trace.TypeFloat:
		if claim.Quoted {
			return ""
		}
		if n, ok := p.Int(); ok && p.Kind == trace.Zero && n == 0 {
			return "never set"
		}
		return "a number, and Intercom wants a string"
	}
	if p.Kind == trace.Zero {
		return "empty"
	}
	return ""
}

// inFunction says whether a value is written in the function that mints. An
// empty value that only a helper may return is not seen to be signed.
func (c *checker) inFunction(v *trace.Value) bool {
	f := c.m.Fn.Syntax()
	pos := v.Plain().Pos
	return f != nil && f.Pos() <= pos && pos < f.End()
}

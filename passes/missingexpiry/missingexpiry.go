package missingexpiry

import (
	"cmp"
	_ "embed"
	"go/token"
	"strconv"
	"time"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule missingexpiry.
var Rule = rule.New(rule.Meta{
	Name:     "missingexpiry",
	Title:    "report a Messenger JWT without expiry, or with a broken or far too long one",
	Severity: finding.Medium,
	CWE:      []int{613},
	Where:    "GT",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

// longLifetime is the lifetime above which a finding is High (RULES.md).
const longLifetime = 7 * 24 * time.Hour

func run(pass *rule.Pass) {
	pass.ClaimMints(func(m *model.Mint) {
		c := &checker{pass, m}
		claim, ok := m.Claims.Get("exp")
		switch {
		case !ok:
			c.missing()
		case claim.Maybe && !m.Claims.Open:
			c.someTimes(claim)
		default:
			c.values(claim)
		}
	})
}

type checker struct {
	pass *rule.Pass
	m    *model.Mint
}

func (c *checker) report(pos token.Pos, r rule.Report) {
	r.Steps = append(r.Steps, rule.MintSteps(c.m)...)
	r.Confidence = min(cmp.Or(r.Confidence, finding.ConfidenceHigh), rule.MintConfidence(c.m))
	c.pass.At(pos, r)
}

// elsewhere says whether the claims lie in another package that has reported
// what is wrong with them.
func (c *checker) elsewhere() bool {
	o := c.m.Claims.Origin
	return c.m.Judged && (o == nil || !o.Pos.IsValid())
}

func (c *checker) missing() {
	if !c.m.Claims.Lacks("exp") || c.elsewhere() {
		return
	}
	c.report(rule.ClaimsPos(c.m), rule.Report{
		Message: "Messenger JWT has no exp, so it stays valid until the secret is rotated; add exp, at most " + c.limit() + " from now",
		Fix:     c.pass.AddExpiry(rule.ClaimsPos(c.m)),
	})
}

func (c *checker) limit() string { return lifetime(c.pass.Options.MaxLifetime) }

func (c *checker) someTimes(claim trace.Claim) {
	if c.elsewhere() {
		return
	}
	var steps []model.Step
	if claim.Cond.IsValid() {
		steps = append(steps, model.Step{Pos: claim.Cond, Text: "exp is set here"})
	}
	c.report(rule.ClaimsPos(c.m), rule.Report{
		Message: "Messenger JWT has exp on some paths only, and without it stays valid until the secret is rotated; set exp on every path",
		Steps:   steps,
	})
}

func (c *checker) values(claim trace.Claim) {
	for _, a := range claim.Value.Alternatives() {
		p := c.problem(a, claim)
		if p.Message == "" {
			continue
		}
		pos := c.place(claim, a, p)
		if !pos.IsValid() {
			if c.m.Judged {
				continue
			}
			pos = rule.ClaimsPos(c.m)
		}
		c.report(pos, p)
	}
}

// place is where a wrong value is written. A lifetime that the function which mints
// hands to a helper is its own, wherever the helper adds it to the present.
func (c *checker) place(claim trace.Claim, v *trace.Value, r rule.Report) token.Pos {
	pos := rule.ValuePos(claim, v)
	f := c.m.Fn.Syntax()
	if f == nil || !r.Pos.IsValid() {
		return pos
	}
	inside := func(p token.Pos) bool { return f.Pos() <= p && p < f.End() }
	if inside(r.Pos) && !inside(pos) {
		return r.Pos
	}
	return pos
}

// problem says what is wrong with one value of exp.
func (c *checker) problem(v *trace.Value, claim trace.Claim) rule.Report {
	p := v.Plain()
	moment := c.pass.Model.Moment(v)
	conf := finding.ConfidenceHigh
	if moment.Soft {
		conf = finding.ConfidenceMedium
	}
	switch {
	case claim.Quoted, v.Class == trace.TypeString && !c.m.Lib.AcceptsTime:
		return rule.Report{Message: "exp of the Messenger JWT is written as a string; write Unix seconds as a number"}
	case v.Class == trace.TypeTime && !c.m.Lib.AcceptsTime:
		return rule.Report{Message: "exp of the Messenger JWT is a time.Time, which JSON writes as text; write Unix seconds, as in time.Now().Add(ttl).Unix()"}
	case v.Class == trace.TypeDuration:
		return rule.Report{Message: "exp of the Messenger JWT is a time.Duration, which JSON writes as nanoseconds; write Unix seconds, as in time.Now().Add(ttl).Unix()"}
	}
	if r := c.unit(moment); r.Message != "" {
		r.Confidence = conf
		return r
	}
	if p.Kind == trace.Zero || p.IsEmpty() {
		return rule.Report{Message: "exp of the Messenger JWT is zero; write Unix seconds after now, as in time.Now().Add(ttl).Unix()"}
	}
	r := c.distance(moment, v)
	r.Confidence = conf
	return r
}

// unit reports a number that counts something else than seconds since 1970.
func (c *checker) unit(m trace.Moment) rule.Report {
	name := ""
	switch m.Unit {
	case trace.Millis:
		name = "milliseconds"
	case trace.Micros:
		name = "microseconds"
	case trace.Nanos:
		name = "nanoseconds"
	case trace.SpanSeconds:
		return rule.Report{Message: "exp of the Messenger JWT is a number of seconds that is not counted from 1970, so the token has expired; add it to time.Now().Unix()"}
	default:
		return rule.Report{}
	}
	return rule.Report{Message: "exp of the Messenger JWT is in " + name + ", so the token never expires; write Unix seconds, as in time.Now().Add(ttl).Unix()"}
}

// Constants that stand for exp: seconds up to 2001 lie in the past for certain,
// and above 1e11 a number can only be milliseconds or finer.
const (
	pastSeconds = 1_600_000_000
	maxSeconds  = 100_000_000_000
)

// distance reports an exp that is not after now, or too far away.
func (c *checker) distance(m trace.Moment, v *trace.Value) rule.Report {
	notAfter := "exp of the Messenger JWT is not after now, so the token has expired when it is made; add a lifetime, as in time.Now().Add(time.Hour).Unix()"
	switch {
	case m.IsConst && m.Unit == trace.UnitNone && m.Absolute > maxSeconds:
		return rule.Report{Message: "exp of the Messenger JWT is a fixed number that is far too large for seconds, so the token never expires; write Unix seconds, as in time.Now().Add(ttl).Unix()"}
	case m.IsConst && m.Unit == trace.UnitNone && m.Absolute < pastSeconds, m.Unit == trace.Seconds && zeroTime(v):
		return rule.Report{Message: notAfter}
	case !m.FromNow || !m.Known:
		return rule.Report{}
	case m.Offset < time.Second:
		return rule.Report{Message: notAfter}
	case m.Offset > c.pass.Options.MaxLifetime:
		r := rule.Report{Message: "Messenger JWT lives " + lifetime(m.Offset) + ", longer than " + c.limit() + "; shorten exp to the length of a session", Pos: m.Span}
		if m.Offset > longLifetime {
			r.Severity = finding.High
		}
		return r
	}
	return rule.Report{}
}

// zeroTime says whether a date is made from the zero time.
func zeroTime(v *trace.Value) bool {
	p := v.Plain()
	return p.Kind == trace.CallOf && len(p.Args) == 1 && p.Args[0].Plain().Kind == trace.Zero
}

// lifetime writes a duration as people say it.
func lifetime(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d >= 2*day && d%day == 0:
		return strconv.Itoa(int(d/day)) + " days"
	case d%time.Hour == 0:
		return strconv.Itoa(int(d/time.Hour)) + "h"
	case d%time.Minute == 0:
		return strconv.Itoa(int(d/time.Minute)) + "m"
	}
	return d.String()
}

package signingalg

import (
	"cmp"
	_ "embed"
	"go/token"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule signingalg.
var Rule = rule.New(rule.Meta{
	Name:     "signingalg",
	Title:    "report a Messenger JWT signed with anything but HS256",
	Severity: finding.High,
	CWE:      []int{327, 347},
	Where:    "GT",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	pass.ClaimMints(func(m *model.Mint) {
		if m.Lib.Hash != "" {
			digest(pass, m)
			return
		}
		if m.Lib.Alg == nil {
			return
		}
		for _, a := range m.Lib.Alg.Alternatives() {
			algorithm(pass, m, a)
		}
	})
}

// algorithm reports one algorithm that a token may be signed with.
func algorithm(pass *rule.Pass, m *model.Mint, alg *trace.Value) {
	p := alg.Plain()
	if p.Kind == trace.Alg {
		if strings.EqualFold(p.Name, "HS256") || p.Name == "" {
			return
		}
		report(pass, m, p.Pos, "Messenger JWT is signed with "+p.Name+", and Intercom accepts only HS256; sign it with HS256")
		return
	}
	if s, ok := p.Text(); ok && s != "" && s != "HS256" {
		report(pass, m, p.Pos, "Messenger JWT is signed with "+printable(s)+", and Intercom accepts only HS256; sign it with HS256")
		return
	}
	if pos, ok := requested(pass.Model, alg); ok {
		report(pass, m, cmp.Or(alg.Pos, pos), "algorithm of the Messenger JWT comes from the request; sign it with HS256, whatever is asked for")
	}
}

// printable keeps a text that somebody named an algorithm short.
func printable(s string) string {
	if len(s) > 12 {
		return "another algorithm"
	}
	return s
}

func report(pass *rule.Pass, m *model.Mint, pos token.Pos, message string) {
	if !pos.IsValid() {
		if m.Judged {
			return
		}
		pos = m.Call.Pos()
	}
	pass.At(pos, rule.Report{Message: message, Steps: rule.MintSteps(m), Confidence: rule.MintConfidence(m), Fix: pass.UseHS256(pos)})
}

// requested says whether a value is read from the request.
func requested(m *model.Result, v *trace.Value) (pos token.Pos, ok bool) {
	if u, ok := m.Untrusted(v); ok {
		return u.Value.Pos, true
	}
	v.Walk(func(x *trace.Value) bool {
		if !ok && x.Kind == trace.Source && x.Source == catalog.Request {
			pos, ok = x.Pos, true
		}
		return !ok
	})
	return pos, ok
}

// digest reports a hand-rolled JWT over another digest than SHA-256.
func digest(pass *rule.Pass, m *model.Mint) {
	name := map[string]string{"SHA-384": "HS384", "SHA-512": "HS512", "SHA-1": "HMAC-SHA-1", "MD5": "HMAC-MD5"}[m.Lib.Hash]
	if m.Lib.Hash == "SHA-256" {
		return
	}
	if name == "" {
		name = "HMAC over " + m.Lib.Hash
	}
	report(pass, m, m.Lib.HashPos, "Messenger JWT is signed with "+name+", and Intercom accepts only HS256; use crypto/sha256")
}

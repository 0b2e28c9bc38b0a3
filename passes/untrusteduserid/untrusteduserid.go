package untrusteduserid

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule untrusteduserid.
var Rule = rule.New(rule.Meta{
	Name:     "untrusteduserid",
	Title:    "report a proof minted for an id that the request chose",
	Severity: finding.Critical,
	CWE:      []int{639},
	Where:    "GT",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	judged := map[*trace.Mint]bool{}
	pass.EachMint(func(m *model.Mint) {
		if m.Foreign != "" {
			return
		}
		// Whoever calls a function that reads the id of the request is not told
		// again, and need not check again what that function checks.
		for inner := m.Inner; inner != nil; inner = inner.Inner {
			if judged[inner] {
				return
			}
		}
		if mint(pass, m) {
			judged[m.Mint] = true
		}
	})
}

// mint judges one mint whose id the request chose; false when it did not.
func mint(pass *rule.Pass, m *model.Mint) bool {
	id := signedID(m)
	if id == nil {
		return false
	}
	src, ok := pass.Model.Untrusted(id)
	if !ok || pass.Model.CallersID(m) {
		return false
	}
	if pass.Model.TiedToSession(m, src) {
		return true
	}
	what := "user_id of the Messenger JWT"
	if m.Kind == model.Hash {
		what = "identifier under the Messenger user_hash"
	}
	steps := []model.Step{{Pos: src.Value.Pos, Place: src.Value.Place, Text: "the id is read from " + src.Text}}
	pass.At(m.Call.Pos(), rule.Report{
		Message:    what + " comes from the request (" + src.Text + "), so anybody can sign in as anybody; sign the id of the session's user",
		Steps:      append(steps, rule.MintSteps(m)...),
		Confidence: min(src.Confidence, rule.MintConfidence(m)),
	})
	return true
}

// signedID is the value that a proof is made for.
func signedID(m *model.Mint) *trace.Value {
	if m.Kind == model.Hash {
		return m.Lib.Payload
	}
	if cl, ok := m.Claims.Get("user_id"); ok {
		return cl.Value
	}
	return nil
}

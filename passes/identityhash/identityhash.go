package identityhash

import (
	_ "embed"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule identityhash.
var Rule = rule.New(rule.Meta{
	Name:     "identityhash",
	Title:    "report legacy HMAC identity verification and its misuse",
	Severity: finding.Low,
	CWE:      []int{1104, 328},
	Where:    "GTMF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	noted := map[*ssa.Function]bool{}
	pass.EachMint(func(m *model.Mint) {
		if m.Kind == model.Hash && m.Foreign == "" {
			mint(pass, m, noted)
		}
	})
	handedOver(pass, noted)
	boots(pass, noted)
}

// mint reports misuse of one legacy hash, or else notes that it is in use.
func mint(pass *rule.Pass, m *model.Mint, noted map[*ssa.Function]bool) {
	pos := mintPos(m)
	if text := misuse(pass.Model, m); text != "" {
		noted[m.Fn] = true
		pass.At(pos, rule.Report{
			Message: text, Severity: finding.High, Steps: rule.MintSteps(m), Confidence: rule.MintConfidence(m),
		})
		return
	}
	if noted[m.Fn] || m.Inner != nil && innerNoted(m.Inner, noted) || m.Judged {
		return
	}
	noted[m.Fn] = true
	pass.At(pos, rule.Report{
		Message: "legacy HMAC identity verification is in use; sign a JWT with user_id and exp, hand it over as intercom_user_jwt, then drop user_hash" + byEmail(m),
		Steps:   rule.MintSteps(m), Confidence: rule.MintConfidence(m),
		Fix: pass.HashToJWT(m),
	})
}

// mintPos is the call that makes the MAC, or the call that leads there.
func mintPos(m *model.Mint) token.Pos {
	if m.Inner == nil && len(m.Chain) == 0 && m.Lib.HashPos.IsValid() {
		return m.Lib.HashPos
	}
	return m.Call.Pos()
}

func innerNoted(m *trace.Mint, noted map[*ssa.Function]bool) bool {
	for ; m != nil; m = m.Inner {
		if m.Fn != nil && noted[m.Fn] {
			return true
		}
	}
	return false
}

// byEmail adds what differs when the hash is over an e-mail.
func byEmail(m *model.Mint) string {
	if strings.Contains(strings.ToLower(lastName(m.Lib.Payload)), "email") {
		return " (a JWT needs user_id, an e-mail alone is refused)"
	}
	return ""
}

// lastName is the name that a value is read by.
func lastName(v *trace.Value) string {
	for range 40 {
		if v == nil {
			return ""
		}
		switch v.Kind {
		case trace.Apply:
			if len(v.Args) != 1 {
				return ""
			}
			v = v.Args[0]
			continue
		case trace.Source:
			return v.SourceName()
		}
		return v.Name
	}
	return ""
}

// misuse says what is wrong with a legacy hash, or "".
func misuse(m *model.Result, mint *model.Mint) string {
	if mint.Lib.Hash != "" && mint.Lib.Hash != "SHA-256" {
		return "Messenger user_hash is an HMAC over " + mint.Lib.Hash + ", and Intercom accepts only SHA-256; use crypto/sha256, or better a JWT"
	}
	if m.Swapped(mint) {
		return "Messenger user_hash has key and message swapped; give the secret to hmac.New and write the user's id"
	}
	switch enc := mint.Encodings; {
	case has(enc, catalog.Upper):
		return "Messenger user_hash is upper-case hex, and the mobile SDKs need lower case; use hex.EncodeToString"
	case has(enc, catalog.EncodeHex):
	case has(enc, catalog.EncodeB64), has(enc, catalog.EncodeB64URL):
		return "Messenger user_hash is base64, and Intercom wants hex; use hex.EncodeToString"
	}
	return m.HashedOther(mint)
}

func has(list []catalog.Effect, e catalog.Effect) bool { return slices.Contains(list, e) }

// handedOver looks at the places that hand a proof to the Messenger: a JWT where
// a hash belongs, a hash where a JWT belongs, a literal hash, and hashes that
// were made elsewhere.
func handedOver(pass *rule.Pass, noted map[*ssa.Function]bool) {
	defer pass.Model.Lock()()
	for _, s := range pass.Model.ProofSinks() {
		text, sev := judgeSink(s)
		if text == "" {
			continue
		}
		if sev == finding.Low {
			if noted[s.Fn] || s.BesideJWT {
				continue
			}
			noted[s.Fn] = true
		}
		pass.At(s.Pos, rule.Report{Message: text, Severity: sev, Confidence: s.Confidence})
	}
}

func judgeSink(s model.ProofSink) (string, finding.Severity) {
	switch {
	case s.Kind == messenger.ProofHash && s.Carries == messenger.ProofJWT:
		return s.Name + " is given a JWT, and Intercom takes a hash there; hand it over as intercom_user_jwt", finding.High
	case s.Kind == messenger.ProofJWT && s.Carries == messenger.ProofHash:
		return s.Name + " is given a hash, and Intercom takes a JWT there; sign a JWT with user_id and exp", finding.High
	case s.Kind == messenger.ProofHash && s.Literal:
		return s.Name + " is a literal, so one user's proof is handed to everybody; compute it for the signed-in user, or better sign a JWT", finding.High
	case s.Kind == messenger.ProofHash && !s.Empty:
		return "only a user_hash is handed to the Messenger (legacy HMAC identity verification); sign a JWT with user_id and exp and hand it over as intercom_user_jwt", finding.Low
	}
	return "", 0
}

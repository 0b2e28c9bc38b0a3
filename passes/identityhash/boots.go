package identityhash

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// boots looks at the boots in the texts that the package writes: a JWT where a
// hash belongs, a literal hash, and boots that hand over only a user_hash. The
// note is given once a boot, and once a function (RULES.md, ruling 12).
func boots(pass *rule.Pass, noted map[*ssa.Function]bool) {
	defer pass.Model.Lock()()
	for _, b := range pass.Model.Boots() {
		misused := false
		for _, r := range b.Readings {
			if text, pos := misusedProof(r); text != "" && !misused {
				misused = true
				pass.Report(rule.Report{Pos: pos, Message: text, Severity: finding.High, Confidence: r.Confidence, Steps: r.Steps})
			}
		}
		if misused || b.Fn != nil && noted[b.Fn] {
			continue
		}
		seen := slices.ContainsFunc(b.Readings, func(r model.Reading) bool { return r.Data })
		for _, r := range b.Readings {
			if r.Hash == nil || r.JWT != nil || !r.HashPos.IsValid() || seen && !r.Data {
				continue // what the template is given says more than its text
			}
			if b.Fn != nil {
				noted[b.Fn] = true
			}
			pass.Report(rule.Report{
				Pos: r.HashPos, Severity: finding.Low, Confidence: r.Confidence,
				Message: "only a user_hash is handed to the Messenger (legacy HMAC identity verification); sign a JWT with user_id and exp and hand it over as intercom_user_jwt",
			})
			break
		}
	}
}

// misusedProof says what is wrong with the proof of a boot, or "".
func misusedProof(r model.Reading) (string, token.Pos) {
	text, jwt := Misused(r)
	switch {
	case text == "":
		return "", token.NoPos
	case jwt:
		return text, r.JWTPos
	}
	return text, r.HashPos
}

// Misused says what is wrong with the proof of a reading, or "", and whether it
// is the JWT.
func Misused(r model.Reading) (text string, jwt bool) {
	switch {
	case r.Hash != nil && r.HashCarries == messenger.ProofJWT:
		return r.Hash.Name + " is given a JWT, and Intercom takes a hash there; hand it over as intercom_user_jwt", false
	case r.JWT != nil && (r.JWTCarries == messenger.ProofHash || r.JWTLiteral):
		return r.JWT.Name + " is given a hash, and Intercom takes a JWT there; sign a JWT with user_id and exp", true
	case r.Hash != nil && r.HashLiteral:
		return r.Hash.Name + " is a literal, so one user's proof is handed to everybody; compute it for the signed-in user, or better sign a JWT", false
	}
	return "", false
}

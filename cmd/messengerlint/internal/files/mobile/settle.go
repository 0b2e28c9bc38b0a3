package mobile

import (
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// KindProof is the Kind of a Boot that is no boot: it marks a call of setUserJwt
// or setUserHash until Settle has seen all files of an app. No map shows it.
const KindProof = "proof"

// Settle takes the results of all files of one app and applies ruling 20: where
// another file hands over a proof, a login that shows none is open and no
// finding. A login whose own function shows the mistake (the proof comes after
// it, is empty or stands on another branch) stays a finding. The markers of
// proofs are removed. Settle changes the results in place; once is enough, and
// again does nothing.
func Settle(results map[string]reader.Result) {
	seen := false
	for _, r := range results {
		for _, b := range r.Boots {
			seen = seen || b.Kind == KindProof
		}
	}
	for path, r := range results {
		if seen {
			excused := map[finding.Place]bool{}
			r.Findings = filter(r.Findings, func(f finding.Finding) bool {
				drop := f.Rule == "unsignedboot" && f.Confidence < finding.ConfidenceHigh
				excused[f.Place] = excused[f.Place] || drop
				return !drop
			})
			for i, b := range r.Boots {
				if excused[b.Place] {
					r.Boots[i].Proof = "open"
				}
			}
		}
		r.Boots = filter(r.Boots, func(b reader.Boot) bool { return b.Kind != KindProof })
		results[path] = r
	}
}

// filter keeps the elements that keep says yes to, in a new slice.
func filter[T any](in []T, keep func(T) bool) []T {
	var out []T
	for _, x := range in {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

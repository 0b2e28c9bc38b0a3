package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// bootProofs is identityhash at a boot: a JWT where a hash belongs, a hash
// where a JWT belongs, a hash written as a literal, and the note.
func (j *judge) bootProofs(b *boot, s state) {
	if s.hashKey != nil {
		j.hashField(b, s)
	}
	if s.jwtKey != nil {
		at := valueNode(s.jwtKey)
		s.jwtKey.Value.Each(func(a *flow.Value) {
			if text, ok := a.Const(); ok {
				if messenger.UserHash(text) {
					j.report("identityhash", finding.High, finding.ConfidenceHigh, at, s.jwtKey.Name+" is given a user_hash; hand over a JWT, or name it user_hash")
				}
			} else if j.kindOf(a) == messenger.ProofHash {
				j.report("identityhash", finding.High, finding.ConfidenceMedium, at, s.jwtKey.Name+" is given a user_hash; hand over a JWT, or name it user_hash")
			}
		})
	}
}

func (j *judge) hashField(b *boot, s state) {
	at := valueNode(s.hashKey)
	bad := false
	s.hashKey.Value.Each(func(a *flow.Value) {
		text, ok := a.Const()
		switch {
		case ok && messenger.UserHash(text):
			bad = true
			j.report("identityhash", finding.High, finding.ConfidenceHigh, at, s.hashKey.Name+" is one literal for everybody; compute it on the server for the signed-in user, or better mint a JWT")
		case ok && strings.Count(text, ".") == 2 && strings.HasPrefix(text, "eyJ"), !ok && j.kindOf(a) == messenger.ProofJWT:
			bad = true
			j.report("identityhash", finding.High, finding.ConfidenceMedium, at, s.hashKey.Name+" is given a JWT; hand it over as intercom_user_jwt")
		}
	})
	if bad {
		j.hashes[tree.EnclosingFunc(s.hashKey.Key)] = true
		return
	}
	if s.proof != "hmac" {
		return
	}
	fn := tree.EnclosingFunc(b.node)
	if fn.Kind == tree.Func && j.hashes[fn] || j.minted(s.hashKey.Value, fn) {
		return
	}
	j.hashes[fn] = true
	j.report("identityhash", finding.Low, finding.ConfidenceHigh, s.hashKey.Key,
		"only the legacy "+s.hashKey.Name+" is handed to the Messenger; move to intercom_user_jwt with user_id, HS256 and exp")
}

// kindOf tells whether a value is visibly a JWT or a hash: by the mint that
// made it, or by its names.
func (j *judge) kindOf(v *flow.Value) messenger.ProofKind {
	for _, m := range j.mints {
		if v.Node != nil && (v.Node == m.node || v.Node == m.end || tree.Inside(m.node, v.Node) && v.Kind == flow.Called) {
			if m.jwt {
				return messenger.ProofJWT
			}
			return messenger.ProofHash
		}
	}
	if v.Kind == flow.Called && v.Callee != nil {
		if id, ok := library(v.Callee); ok {
			if _, ok := jwtCalls[id]; ok {
				return messenger.ProofJWT
			}
		}
	}
	kind := messenger.NoProof
	for _, n := range v.Names {
		words := messenger.Words(n)
		for _, w := range words {
			switch w {
			case "jwt":
				kind = messenger.ProofJWT
			case "hash", "hmac":
				return messenger.ProofHash
			}
		}
	}
	return kind
}

// minted says whether a value was made by a mint in the function fn, where the
// note stands already.
func (j *judge) minted(v *flow.Value, fn *tree.Node) bool {
	return v.Any(func(a *flow.Value) bool {
		for _, m := range j.mints {
			if a.Node != nil && tree.Inside(m.node, a.Node) && tree.EnclosingFunc(m.node) == fn && !m.jwt {
				return true
			}
		}
		return false
	})
}

package bundle

import (
	"bytes"
	"slices"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// proofs are the words beside which a literal key is looked for.
var proofs = [][]byte{[]byte("user_hash"), []byte("userHash"), []byte("intercom_user_jwt"), []byte("intercomUserJwt"), []byte("setUserJwt"), []byte("setUserHash")}

// makers are the words of what makes a proof.
var makers = [][]byte{[]byte("mac"), []byte("MAC"), []byte("sign"), []byte("HS256"), []byte("SHA256"), []byte("sha256"), []byte("SHA-256")}

// keys finds literals of the secret's shape that are handed to a function near
// a proof's name and near the words of signing.
func (s *scanner) keys() {
	const window, near = 700, 160
	for _, p := range proofs {
		for at := 0; len(s.hits) < maxHits; {
			i := bytes.Index(s.data[at:], p)
			if i < 0 {
				break
			}
			at += i
			from, to := max(0, at-window), min(len(s.data), at+window)
			for k := from; k < to; k++ {
				if s.data[k] != ',' && s.data[k] != '(' {
					continue
				}
				if !makes(s.data[max(0, k-near):min(len(s.data), k+near)]) {
					continue
				}
				v, vf, vt, ok := s.quoted(k + 1)
				if !ok {
					v, vf, vt, ok = s.bound(k + 1)
				}
				if ok && messenger.Shape(v) == messenger.SecretShape {
					s.add(Hit{Kind: Used, Name: string(p), Value: v, From: vf, To: vt, Shape: messenger.SecretShape})
				}
			}
			at += len(p)
		}
	}
}

// makes says whether a stretch has a word of what makes a proof.
func makes(around []byte) bool {
	return slices.ContainsFunc(makers, func(m []byte) bool { return bytes.Contains(around, m) })
}

// bound reads the literal that the name at i was given before: a minifier
// leaves short names and keeps what they hold.
func (s *scanner) bound(i int) (v string, from, end int, ok bool) {
	const longest, back = 40, 256 << 10
	to := i
	for to < len(s.data) && to-i < longest && (nameByte(s.data[to]) && s.data[to] != '.' && s.data[to] != '-' && s.data[to] != '?') {
		to++
	}
	if to == i || to == len(s.data) || s.data[to] != ')' && s.data[to] != ',' || s.data[i] >= '0' && s.data[i] <= '9' {
		return "", 0, 0, false
	}
	start := max(0, i-back)
	for _, quote := range []byte("\"'`") {
		mark := append(bytes.Clone(s.data[i:to]), '=', quote)
		at := bytes.LastIndex(s.data[start:i], mark)
		if at < 0 || at > 0 && nameByte(s.data[start+at-1]) {
			continue
		}
		return s.quoted(start + at + len(mark) - 1)
	}
	return "", 0, 0, false
}

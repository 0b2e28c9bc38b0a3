package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// judgeHash is the rule identityhash at a mint.
func (j *judge) judgeHash(m *mint) {
	at := m.node
	if m.ctx != nil && (j.via == nil || m.neutral) { // a neutral helper: the finding belongs to its caller
		at = m.site
	}
	wrong := false
	bad := func(at *tree.Node, msg string) {
		wrong = true
		j.report("identityhash", finding.High, m.conf, at, msg, j.step(m.node, m.why))
	}
	if m.digest != "" && m.digest != "sha256" && knownDigest(m.digest) {
		where := m.algNode
		if where == nil || m.ctx != nil {
			where = at
		}
		bad(where, "user_hash is an HMAC with "+m.digest+"; Intercom expects SHA-256")
	}
	switch f := strings.ToLower(m.format); {
	case strings.HasPrefix(f, "upper"):
		bad(at, "user_hash is in upper case, which the mobile SDKs refuse; write it in lower-case hex")
	case f == "base64" || f == "base64url" || f == "binary" || f == "latin1":
		bad(at, "user_hash is encoded as "+f+"; Intercom expects lower-case hex")
	}
	if j.swapped(m) {
		bad(at, "the key and the message of user_hash are swapped; the Messenger secret is the key and the user's id the message")
	}
	if wrong {
		return
	}
	fn := tree.EnclosingFunc(at)
	if j.hashes[fn] && fn.Kind == tree.Func {
		return
	}
	j.hashes[fn] = true
	advice := "mint a JWT with user_id, HS256 and exp instead"
	if j.overEmail(m) {
		advice += ", and note that a JWT needs the user's id where this hash is over an e-mail"
	}
	j.report("identityhash", finding.Low, m.conf, at, "legacy HMAC identity verification is in use; "+advice, j.step(m.node, m.why))
}

func knownDigest(s string) bool {
	switch s {
	case "sha1", "md5", "sha512", "sha384", "sha224", "ripemd160", "sha3256":
		return true
	}
	return false
}

// swapped says whether the secret is the message and an id the key.
func (j *judge) swapped(m *mint) bool {
	if m.message == nil {
		return false
	}
	msg, _ := j.keyStrength(m.message)
	key, _ := j.keyStrength(m.key)
	return msg >= messenger.WeakName && key < messenger.WeakName
}

func (j *judge) overEmail(m *mint) bool {
	if m.message == nil {
		return false
	}
	return m.message.Any(func(a *flow.Value) bool {
		for _, n := range a.Names {
			if strings.Contains(strings.ToLower(n), "email") {
				return true
			}
		}
		return false
	})
}

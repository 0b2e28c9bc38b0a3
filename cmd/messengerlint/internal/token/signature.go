package token

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// variant is another way to read the secret, and what it says when it fits.
type variant struct {
	key  []byte
	says string
}

// variants lists what people do to the secret by mistake.
func (q Question) variants() []variant {
	text := string(q.Secret)
	out := []variant{
		{[]byte(text + "\n"), "it was made with the secret and a line end behind it; trim what is read from the file"},
		{nil, "it was made with an empty key: the secret was not there when the token was signed"},
	}
	if b, err := hex.DecodeString(text); err == nil {
		out = append(out, variant{b, "it was made with the secret decoded from hexadecimal; use it as it is"})
	}
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		if b, err := enc.DecodeString(text); err == nil {
			out = append(out, variant{b, "it was made with the secret decoded from base64; use it as it is"})
		}
	}
	return out
}

func (q Question) signature(a *Answer, header map[string]any, parts []string) {
	if len(q.Secret) == 0 {
		a.Signature = "not checked; name the secret with -secret-env or -secret-file"
		return
	}
	alg, _ := header["alg"].(string)
	newHash := map[string]func() hash.Hash{"HS256": sha256.New, "HS384": sha512.New384, "HS512": sha512.New}[alg]
	if newHash == nil {
		a.Signature = "cannot be checked with a secret: it is no HMAC"
		return
	}
	got, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(parts[2], "="))
	if err != nil {
		a.Signature = "wrong"
		a.add("", finding.High, "the signature is not base64url")
		return
	}
	q.judge(a, newHash, parts[0]+"."+parts[1], got)
}

// judge compares a MAC with those that the secret makes.
func (q Question) judge(a *Answer, newHash func() hash.Hash, message string, got []byte) {
	if hmac.Equal(got, mac(newHash, q.Secret, message)) {
		a.Signature, a.Checked = "right: the secret made it", true
		return
	}
	a.Signature = "wrong: this secret did not make it"
	for _, v := range q.variants() {
		if hmac.Equal(got, mac(newHash, v.key, message)) {
			a.add("wrongkey", finding.High, "the signature is wrong: "+v.says)
			return
		}
	}
	a.add("wrongkey", finding.High, "the signature is wrong: another secret made it (each platform and each workspace has its own), or the token was changed")
}

func mac(newHash func() hash.Hash, key []byte, message string) []byte {
	h := hmac.New(newHash, key)
	h.Write([]byte(message))
	return h.Sum(nil)
}

// explainHash explains a user_hash: an HMAC-SHA-256 over the id, in hexadecimal.
func (q Question) explainHash(text string) *Answer {
	a := &Answer{Kind: "user_hash"}
	if len(text) != 64 {
		name := map[int]string{32: "MD5", 40: "SHA-1", 96: "SHA-384", 128: "SHA-512"}[len(text)]
		a.add("identityhash", finding.High, "it has the length of "+name+"; a user_hash is an HMAC-SHA-256, 64 hexadecimal digits")
	}
	if strings.ToLower(text) != text {
		a.add("identityhash", finding.High, "it is in upper case, which the mobile SDKs refuse; write it in lower case")
	}
	a.add("identityhash", finding.Low, "it is the legacy proof: it never expires and covers the id alone; move to a JWT with user_id and exp")
	switch {
	case len(q.Secret) == 0 && q.UserID == "":
		a.Signature = "not checked; name the secret with -secret-env or -secret-file, and the id with -user-id"
	case len(q.Secret) == 0:
		a.Signature = "not checked; name the secret with -secret-env or -secret-file"
	case q.UserID == "":
		a.Signature = "not checked; name the id that was hashed with -user-id"
	default:
		q.judgeHash(a, text)
	}
	return a
}

func (q Question) judgeHash(a *Answer, text string) {
	newHash := map[int]func() hash.Hash{40: sha1.New, 64: sha256.New, 96: sha512.New384, 128: sha512.New}[len(text)]
	got, err := hex.DecodeString(text)
	if newHash == nil || err != nil {
		a.Signature = "cannot be checked"
		return
	}
	if hmac.Equal(got, mac(newHash, []byte(q.UserID), string(q.Secret))) {
		a.Signature = "wrong: key and message are swapped"
		a.add("identityhash", finding.High, "key and message are swapped: the secret is the key, the id is the message")
		return
	}
	q.judge(a, newHash, q.UserID, got)
}

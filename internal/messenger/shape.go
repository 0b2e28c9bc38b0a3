package messenger

import (
	"math"
	"strings"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// ShapeClass is how much a value looks like the Messenger secret.
type ShapeClass uint8

// The shapes of ruling 5. A LooseShape counts under a strong name only, at low
// confidence.
const (
	NoShape     ShapeClass = iota
	LooseShape             // unbroken 20 to 128 characters, no placeholder
	SecretShape            // 40 to 44 of [A-Za-z0-9_-], at least 3.0 bits a character, no UUID
)

// String returns "none", "loose" or "secret".
func (c ShapeClass) String() string {
	switch c {
	case LooseShape:
		return "loose"
	case SecretShape:
		return "secret"
	}
	return "none"
}

const (
	minLoose, maxLoose   = 20, 128
	minSecret, maxSecret = 40, 44
	minEntropy           = 3.0
)

// Shape classifies a value (ruling 5). What only points at a secret, names it,
// hashes it or is another credential by its form has no shape: UUIDs, SDK keys,
// 64 hex digits (a user_hash), paths, URLs, resource names, environment
// variable names, JWTs, REST tokens. A value passes or fails whole: the caller
// takes quotes off and, in a Kubernetes Secret, decodes.
func Shape(value string) ShapeClass {
	if len(value) < minLoose || len(value) > maxLoose || !unbroken(value) {
		return NoShape
	}
	if otherForm(value) || Placeholder(value) || resembles(value) {
		return NoShape
	}
	if len(value) >= minSecret && len(value) <= maxSecret && base64URL(value) && entropy(value) >= minEntropy {
		return SecretShape
	}
	return LooseShape
}

// unbroken reports a value without spaces, quotes, brackets or anything beyond
// ASCII: with those it is prose or code.
func unbroken(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("\"'`()[]{}<>\\,;|", c) >= 0 {
			return false
		}
	}
	return true
}

func base64URL(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isAlnum(c) && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

// entropy is Shannon's, in bits a character.
func entropy(s string) float64 {
	var count [256]int
	for i := 0; i < len(s); i++ {
		count[s[i]]++
	}
	h, n := 0.0, float64(len(s))
	for _, c := range count {
		if c > 0 {
			p := float64(c) / n
			h -= p * math.Log2(p)
		}
	}
	return h
}

// otherForm reports values whose form says what else they are.
func otherForm(s string) bool {
	if UserHash(s) || isUUID(s) || isEmail(s) {
		return true
	}
	low := strings.ToLower(s)
	for _, p := range otherPrefixes {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	if dot := strings.LastIndexByte(low, '.'); dot > 0 && fileExtensions.Has(low[dot+1:]) {
		return true
	}
	if _, _, ok := RESTToken(s); ok {
		return true
	}
	return strings.HasPrefix(s, "eyJ") && strings.Count(s, ".") == 2
}

// otherPrefixes begin values that are no Messenger secret by their own word:
// SDK keys are public by design, digests and password hashes are no keys, the
// rest are credentials of other services.
var otherPrefixes = []string{"ios_sdk-", "android_sdk-", "sha1:", "sha1=", "sha1-", "sha256:", "sha256=", "sha256-",
	"sha384-", "sha512-", "sha512:", "md5:", "$2a$", "$2b$", "$2y$", "$argon2", "$6$", "pbkdf2", "urn:", "data:",
	"mailto:", "www.", "github_pat_", "ghp_", "ghs_", "glpat-", "xoxb-", "xoxp-", "sk_live_", "sk_test_", "pk_live_",
	"pk_test_", "whsec_", "aiza", "ya29.", "bearer"}

// fileExtensions end file names.
var fileExtensions = wordset.Set{Words: `pem key crt cer txt json yml yaml env toml ini cfg conf properties xml js ts go rb py php java kt
	swift html md sh enc gpg age secret`}

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if !isHex(s[i]) {
				return false
			}
		}
	}
	return true
}

func isEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.Count(s, "@") == 1 && strings.LastIndexByte(s, '.') > at+1
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// UserHash reports exactly 64 hexadecimal digits: the form of a user_hash, a
// proof and no key (RULES.md "Not").
func UserHash(value string) bool {
	if len(value) != 64 {
		return false
	}
	for i := 0; i < len(value); i++ {
		if !isHex(value[i]) {
			return false
		}
	}
	return true
}

// resembles reports paths, dotted expressions and names of resources
// (acme-prod-intercom-identity-secret): words joined by separators, most of
// them from the vocabulary or all of them part of a path.
func resembles(s string) bool {
	slash, dot := strings.Contains(s, "/"), strings.Contains(s, ".")
	if !slash && !dot && !strings.ContainsAny(s, "-_:") {
		return false
	}
	if host, _, ok := strings.Cut(s, "/"); ok && isHost(host) {
		return true
	}
	known, total, parts := 0, 0, 0
	for _, part := range strings.FieldsFunc(s, isSeparator) {
		if !wordLike(part) {
			return false
		}
		parts++
		for _, w := range Words(part) {
			total += len(w)
			if vocabularyWord(w) {
				known += len(w)
			}
		}
	}
	if slash || dot {
		return parts >= 2
	}
	return parts >= 3 && 2*known >= total
}

// isHost reports a lower-case host name with a dot, such as begins an import
// path.
func isHost(s string) bool {
	return strings.IndexByte(s, '.') > 0 && s == strings.ToLower(s) && len(s) < minSecret &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}

// wordLike reports letters of one case, a capitalised or camel-case word of
// some length, or a short number.
func wordLike(part string) bool {
	letters := strings.TrimRight(part, "0123456789")
	if len(part)-len(letters) > 4 {
		return false
	}
	for i := 0; i < len(letters); i++ {
		if !isLetter(letters[i]) {
			return false
		}
	}
	if len(letters) > 24 {
		return false
	}
	ws := Words(letters)
	return len(ws) <= 1 || len(letters) >= 4*len(ws)
}

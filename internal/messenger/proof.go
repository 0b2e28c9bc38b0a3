package messenger

import "strings"

// ProofKind is which proof of identity a name speaks of.
type ProofKind uint8

// The proofs: the JWT (intercom_user_jwt, setUserJwt) and the legacy HMAC
// (user_hash, setUserHash).
const (
	NoProof ProofKind = iota
	ProofJWT
	ProofHash
)

// String returns "JWT", "user_hash" or "none".
func (k ProofKind) String() string {
	switch k {
	case ProofJWT:
		return "JWT"
	case ProofHash:
		return "user_hash"
	}
	return "none"
}

// ProofName tells which proof a key, field, variable or function is named for.
// A name is strong when it stands alone: it says intercom
// (intercom_user_jwt, IntercomUserHash, intercomSettings.user_hash) or is a
// method of Intercom's SDKs (setUserJwt, SetUserHash). Others (user_hash,
// userJwt, messengerJwt) count only beside Intercom's own words. Secrets and
// keys, and names of what reads a proof (ParseIntercomJWT), carry none.
func ProofName(name string) (kind ProofKind, strong bool) {
	p := parse(name)
	if len(p.flat) < 2 || p.salesforce() {
		return NoProof, false
	}
	leaf := trimProofTail(p.leaf())
	if len(leaf) == 0 || contains(leaf, "secret") || contains(leaf, "key") || proofReaders.Has(leaf[0]) {
		return NoProof, false
	}
	switch leaf[len(leaf)-1] {
	case "jwt":
		kind = ProofJWT
	case "hash", "hmac":
		kind = ProofHash
	case "token":
		if !p.proofToken() {
			return NoProof, false
		}
		kind = ProofJWT
	default:
		return NoProof, false
	}
	intercom := p.has("intercom")
	if !proofWordsOnly(leaf, contains(leaf, "intercom")) || !intercom && !bareProof(leaf) {
		return NoProof, false
	}
	return kind, intercom || sdkSetter(leaf)
}

// trimProofTail drops what only tells the form of a proof: its string, its
// value, "jwt token".
func trimProofTail(leaf []string) []string {
	leaf = trimTail(leaf)
	if n := len(leaf); n > 1 && leaf[n-1] == "token" && leaf[n-2] == "jwt" {
		leaf = leaf[:n-1]
	}
	return leaf
}

// proofWordsOnly reports that nothing but words of a proof surrounds it, so
// that intercomScriptHash and intercomRefreshToken stay out. What stands before
// intercom is a prefix of the project and free.
func proofWordsOnly(leaf []string, intercom bool) bool {
	seen := !intercom
	for _, w := range leaf {
		if w == "intercom" {
			seen = true
			continue
		}
		if seen && !proofWords.Has(w) && !mintVerbs.Has(w) && !setVerbs.Has(w) || !seen && nonProofWords.Has(w) {
			return false
		}
	}
	return true
}

// bareProof reports user or messenger before the proof in a name without
// intercom: userHash, user_jwt, messengerJwt.
func bareProof(leaf []string) bool {
	return len(leaf) > 1 && (contains(leaf, "user") || contains(leaf, "messenger"))
}

// sdkSetter reports setUserJwt and setUserHash (the SDKs for iOS, Android,
// React Native, Flutter and Capacitor).
func sdkSetter(leaf []string) bool {
	s := strings.Join(leaf, " ")
	return s == "set user jwt" || s == "set user hash"
}

// proofToken reports a name that calls the JWT a token: intercomUserToken,
// intercom_messenger_token. intercomToken is a REST token.
func (p parsed) proofToken() bool {
	return p.has("intercom") && (p.has("user") || p.has("messenger") || p.has("identity") || p.has("jwt")) &&
		!anyIn(p.flat, &nonProofWords)
}

// MisspeltProof returns the key that Intercom reads for one that it does not:
// intercom_jwt, user_jwt and intercomUserJwt mean intercom_user_jwt, userHash
// means user_hash (RULES.md "unsignedboot"). It is for raw settings; wrappers
// such as react-use-intercom have camel-case keys of their own.
func MisspeltProof(name string) (correct string, ok bool) {
	if name == "intercom_user_jwt" || name == "user_hash" || len(name) > 40 {
		return "", false
	}
	correct, ok = misspelt[strings.Join(parse(name).flat, "_")]
	return correct, ok
}

// MintName tells that a function, method or type is named for making a proof
// for the Messenger: GenerateIntercomJWT, intercomUserHash, IntercomSigner. The
// name must say intercom. The kind is what the name suggests; where it only
// says "sign" that is ProofJWT, and the code decides.
func MintName(name string) (kind ProofKind, ok bool) {
	p := parse(name)
	leaf := p.leaf()
	if !p.has("intercom") || len(leaf) == 0 || anyIn(p.flat, &neverMint) || p.salesforce() {
		return NoProof, false
	}
	first, last := leaf[0], leaf[len(leaf)-1]
	if nonMintFirst.Has(first) || nonMintLast.Has(last) || contains(leaf, "secret") || contains(leaf, "key") {
		return NoProof, false
	}
	makes := mintVerbs.Has(first) || mintAgents.Has(last) || anyIn(leaf, &mintParticles)
	switch {
	case p.has("jwt"):
		if makes || last == "jwt" || last == "token" || first == "intercom" {
			return ProofJWT, true
		}
	case p.has("hash"), p.has("hmac"):
		if makes || first == "hash" || last == "hash" || last == "hmac" {
			return ProofHash, true
		}
	case p.has("signature"):
		if p.has("user") || p.has("identity") || p.has("messenger") {
			return ProofHash, true
		}
	case anyIn(p.flat, &weakNeverMint):
		return NoProof, false
	case p.has("token"):
		// Getting or loading an IntercomToken is for the REST API, a function of
		// that name that signs something is not.
		if tokenVerbs.Has(first) || signers.Has(last) || last == "token" && !mintVerbs.Has(first) || first == "intercom" ||
			p.proofToken() && makes {
			return ProofJWT, true
		}
	case first == "sign", first == "mint", anyIn(p.flat, &signers):
		return ProofJWT, true
	}
	return NoProof, false
}

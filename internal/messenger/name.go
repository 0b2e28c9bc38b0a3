package messenger

import (
	"bytes"
	"strings"
)

// Strength is what a name says about being the Messenger secret.
type Strength uint8

// The strengths. They are ordered: a bigger one is better evidence, but
// OtherName is evidence against, which NoName is not.
const (
	NoName     Strength = iota // says nothing
	OtherName                  // names something else: a client secret, an app id, the name of a key
	WeakName                   // may also name another credential of Intercom: INTERCOM_SECRET, INTERCOM_KEY
	StrongName                 // names the Messenger secret: INTERCOM_IDENTITY_SECRET
)

// String returns "none", "other", "weak" or "strong".
func (s Strength) String() string {
	switch s {
	case OtherName:
		return "other"
	case WeakName:
		return "weak"
	case StrongName:
		return "strong"
	}
	return "none"
}

// SecretName judges a name in any spelling: an identifier, an environment
// variable, a dotted configuration path. The rules are those of RULES.md
// "Evidence"; INTERCOM_APP_SECRET is weak because it is mostly, not always, the
// Messenger's in public code. A name that speaks of messenger and not of
// intercom may be strong here; see [NeedsIntercomContext].
func SecretName(name string) Strength {
	if !mentionsCredential(name) {
		return NoName
	}
	return parse(name).strength()
}

// mentionsCredential is the cheap test that spares most names the parsing.
func mentionsCredential(name string) bool {
	for _, w := range [...]string{"secret", "key", "token", "intercom", "messenger", "sdk"} {
		if indexFold(name, w) >= 0 {
			return true
		}
	}
	if indexFold(name, "id") < 0 {
		return false
	}
	return indexFold(name, "app") >= 0 || indexFold(name, "client") >= 0 || indexFold(name, "workspace") >= 0
}

func (p parsed) strength() Strength {
	intercom, messenger := p.has("intercom"), p.has("messenger")
	_, credential := p.credential()
	if credential || p.salesforce() {
		return OtherName
	}
	if !intercom && !messenger {
		return NoName
	}
	leaf := p.leaf()
	if p.aboutSomethingElse(leaf) || !intercom && p.foreignMessenger() {
		return OtherName
	}
	core := anyIn(p.flat, &coreWords) || p.adjacent("secure", "mode")
	switch {
	case contains(leaf, "secret"):
		if core || anyIn(p.flat, &platforms) || intercom && messenger {
			return StrongName
		}
		return WeakName
	case contains(leaf, "key"):
		return p.keyStrength(core, intercom && messenger)
	}
	return NoName
}

// keyStrength judges a name with "key" and without "secret".
func (p parsed) keyStrength(core, both bool) Strength {
	mobile := p.has("ios") || p.has("android")
	switch {
	case core:
		return StrongName
	case mobile:
		return WeakName
	case both, p.has("web"):
		return StrongName
	case p.bareKey():
		return WeakName
	}
	return NoName
}

// bareKey reports intercom and key with nothing of weight between them, or
// messenger and key side by side.
func (p parsed) bareKey() bool {
	if !p.has("intercom") {
		return p.adjacent("messenger", "key")
	}
	at, key := -1, -1
	for i, w := range p.flat {
		switch w {
		case "intercom":
			at = i
		case "key":
			key = i
		}
	}
	if at < 0 || key < 0 {
		return false
	}
	return allIn(p.flat[min(at, key)+1:max(at, key)], &keyNeighbours)
}

// aboutSomethingElse reports names of the "Not" list and names of checks,
// errors and map keys.
func (p parsed) aboutSomethingElse(leaf []string) bool {
	if len(leaf) == 0 {
		return false
	}
	if lastWords.Has(leaf[len(leaf)-1]) || len(leaf) > 1 && firstWords.Has(leaf[0]) {
		return true
	}
	for i := 1; i < len(leaf); i++ {
		if leaf[i] == "key" && keyOwners.Has(leaf[i-1]) {
			return true
		}
	}
	return false
}

// foreignMessenger reports another messenger by its name or by Facebook's own
// words: app secret, page, verify token.
func (p parsed) foreignMessenger() bool {
	return anyIn(p.flat, &foreignBrands) || p.adjacent("app", "secret")
}

func (p parsed) salesforce() bool { return p.has("salesforce") }

// NeedsIntercomContext reports a name with messenger and without intercom. It
// is worth nothing unless Intercom is named nearby (RULES.md "Evidence",
// ruling 4): messenger is also Facebook, Kafka and door bells. The word intercom
// alone may be a door station; [IdentityWords] nearby is the better sign.
func NeedsIntercomContext(name string) bool {
	p := parse(name)
	return p.has("messenger") && !p.has("intercom")
}

// Platform returns the platform a name tells: "web", "ios", "android", or ""
// when it tells none or more than one.
func Platform(name string) string {
	found := ""
	for _, w := range parse(name).flat {
		if platforms.Has(w) && w != found {
			if found != "" {
				return ""
			}
			found = w
		}
	}
	return found
}

// PublicPrefix returns the prefix that publishes an environment variable to
// the browser or the app (RULES.md "frontendkey"). It also looks behind
// "process.env." and "import.meta.env.".
func PublicPrefix(name string) (prefix string, ok bool) {
	name = name[strings.LastIndexByte(name, '.')+1:]
	for _, p := range publicPrefixes {
		if strings.HasPrefix(name, p) && len(name) > len(p) {
			return p, true
		}
	}
	return "", false
}

// Vocabulary is the built-in vocabulary with the names a project adds. Its zero
// value is the built-in one.
type Vocabulary struct {
	// ExtraSecretNames name the Messenger secret in this project, in any
	// spelling: CHAT_SECRET also means chatSecret and config.chat-secret.
	ExtraSecretNames []string
	// ExtraWords open the gate, and mean nothing else.
	ExtraWords []string
}

// Needle is [Needle] with the project's own names: the longest word of each is
// looked for, in any case.
func (v Vocabulary) Needle(b []byte) bool {
	if Needle(b) {
		return true
	}
	if len(v.ExtraSecretNames)+len(v.ExtraWords) == 0 {
		return false
	}
	b = bytes.ToLower(b)
	for _, w := range v.ExtraWords {
		if bytes.Contains(b, []byte(strings.ToLower(w))) {
			return true
		}
	}
	for _, name := range v.ExtraSecretNames {
		longest := ""
		for _, w := range parse(name).flat {
			if len(w) > len(longest) {
				longest = w
			}
		}
		if longest != "" && bytes.Contains(b, []byte(longest)) {
			return true
		}
	}
	return false
}

// SecretName is [SecretName] with the project's own names, which are strong.
func (v Vocabulary) SecretName(name string) Strength {
	if len(v.ExtraSecretNames) > 0 {
		p := parse(name)
		whole := strings.Join(p.flat, " ")
		for _, extra := range v.ExtraSecretNames {
			want := strings.Join(parse(extra).flat, " ")
			if want != "" && (whole == want || strings.HasSuffix(whole, " "+want) && p.endsAtSegment(want)) {
				return StrongName
			}
		}
	}
	return SecretName(name)
}

// endsAtSegment reports whether want is a run of whole segments at the end.
func (p parsed) endsAtSegment(want string) bool {
	tail := ""
	for i := len(p.segs) - 1; i >= 0 && len(tail) < len(want); i-- {
		tail = strings.TrimSuffix(strings.Join(p.segs[i], " ")+" "+tail, " ")
		if tail == want {
			return true
		}
	}
	return false
}

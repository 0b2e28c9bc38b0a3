package messenger

import "strings"

// HasIntercom reports whether intercom is a part of a name or text: SG_INTERCOM,
// IntercomUser, useintercom. Words that merely begin like it
// (intercommunication, intercompany) do not count.
func HasIntercom(name string) bool {
	for at := 0; ; {
		i := indexFold(name[at:], "inter")
		if i < 0 {
			return false
		}
		at += i
		if n := len("intercom"); len(name) >= at+n && strings.EqualFold(name[at:at+n], "intercom") && brandAt(name, at) {
			return true
		}
		at += len("inter")
	}
}

// brandAt reports whether the "intercom" at name[at:] is the brand: one word,
// or InterCom, and not the beginning of a longer word.
func brandAt(name string, at int) bool {
	after := name[at+len("intercom"):]
	if isUpper(name[at+5]) && !isUpper(name[at+4]) { // interC...: two words in camel case
		return after == "" || !isLower(after[0])
	}
	if after != "" && isUpper(after[0]) && isLower(name[at+7]) { // intercomMonitor
		return true
	}
	return brandEnds(after)
}

// brandEnds reports whether what follows "intercom" leaves it the brand.
func brandEnds(after string) bool {
	if len(after) == 0 {
		return true
	}
	switch after[0] {
	case 'm', 'M', 'p', 'P':
	default:
		return true
	}
	if len(after) == 1 {
		return after[0]|0x20 != 'm' // intercomm
	}
	for _, rest := range notIntercom {
		if len(after) >= len(rest) && strings.EqualFold(after[:len(rest)], rest) {
			return false
		}
	}
	return after[0]|0x20 != 'm' || isLetter(after[1]) // INTERCOMM_
}

// indexIntercom is the place of the brand in a lower-case word, or -1.
func indexIntercom(word string) int {
	for at := 0; ; {
		i := strings.Index(word[at:], "intercom")
		if i < 0 {
			return -1
		}
		if at += i; brandEnds(word[at+len("intercom"):]) {
			return at
		}
		at += len("intercom")
	}
}

// IdentityWords reports whether a text speaks Intercom's own words, so that a
// package or file named intercom is the Messenger and no door phone or message
// bus (RULES.md "Evidence").
func IdentityWords(text string) bool {
	for _, w := range ownWords {
		if indexFold(text, w) >= 0 {
			return true
		}
	}
	if !HasIntercom(text) {
		return false
	}
	for _, w := range besideWords {
		for at := 0; ; {
			i := indexFold(text[at:], w)
			if i < 0 {
				break
			}
			at += i
			if HasIntercom(text[max(0, at-beside):min(len(text), at+len(w)+beside)]) {
				return true
			}
			at += len(w)
		}
	}
	return false
}

// beside is how many bytes away a word still stands beside another.
const beside = 240

// The words of [IdentityWords] and [Needle], lower case.
var (
	ownWords = []string{"user_hash", "intercom_user_jwt", "intercomuserjwt", "intercomsettings", "widget.intercom.io",
		"api.intercom.io", "api-iam.intercom.io", "api-iam.eu.intercom.io", "api-iam.au.intercom.io", "intercomcdn.com",
		"setuserjwt", "setuserhash", "intercom/messenger-js-sdk", "react-use-intercom", "io.intercom.android"}
	besideWords = []string{"app_id", "appid", "identity verification", "identity_verification", "identity-verification",
		"identityverification", "messenger secret", "messenger api secret", "messenger security", "messenger_secret",
		"secure mode", "secure_mode", "user_jwt", "userjwt", "userhash"}
)

// indexFold is strings.Index for a lower-case ASCII word in any case.
func indexFold(s, word string) int {
	first := word[0]
	for i := 0; i+len(word) <= len(s); i++ {
		if lower(s[i]) == first && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isLetter(c byte) bool { return isLower(c | 0x20) }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isAlnum(c byte) bool  { return isLetter(c) || isDigit(c) }

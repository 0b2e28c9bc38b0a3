package messenger

import (
	"strings"
	"unicode"
)

// Words splits an identifier of any spelling into lower-case words. It cuts at
// everything that is neither letter nor digit and where camel case turns;
// acronyms stay whole and digits stay with the letters before them:
//
//	INTERCOM_JWT_SECRET  intercom jwt secret
//	intercomJWTSecret    intercom jwt secret
//	IntercomIOSKey       intercom ios key
//	iOSSecret            ios secret
//	userIDs              user ids
//	OAuth2Client         oauth2 client
//	s3cre7               s3cre7
func Words(name string) []string {
	var out []string
	for _, chunk := range strings.FieldsFunc(name, isSeparator) {
		first := len(out)
		out = appendCamel(out, chunk)
		out = joinBrands(out, first)
	}
	return out
}

func isSeparator(r rune) bool {
	return r == unicode.ReplacementChar || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// appendCamel cuts one chunk of letters and digits where its case turns.
func appendCamel(out []string, chunk string) []string {
	rs := []rune(chunk)
	start := 0
	for i := 1; i < len(rs); i++ {
		if turns(rs, start, i) {
			out = append(out, strings.ToLower(string(rs[start:i])))
			start = i
		}
	}
	if start < len(rs) {
		out = append(out, strings.ToLower(string(rs[start:])))
	}
	return out
}

// turns reports whether a new word begins at rs[i], the current one having
// begun at start.
func turns(rs []rune, start, i int) bool {
	if !unicode.IsUpper(rs[i]) {
		return false
	}
	if !unicode.IsUpper(rs[i-1]) {
		return true // aB, 2B
	}
	// ABc: the last capital belongs to the next word, except for the plural s of
	// an acronym (IDs, JWTs).
	if i+1 >= len(rs) || !unicode.IsLower(rs[i+1]) {
		return false
	}
	plural := rs[i+1] == 's' && (i+2 >= len(rs) || !unicode.IsLower(rs[i+2]))
	return !(plural && i > start)
}

// joinBrands puts together again what camel case tears apart: iOS, OAuth and
// the brand when it is written InterCom.
func joinBrands(ws []string, first int) []string {
	out := ws[:first]
	for i := first; i < len(ws); i++ {
		w := ws[i]
		if i+1 < len(ws) {
			next := ws[i+1]
			switch {
			case next == "os" && strings.HasSuffix(w, "i"):
				if rest := strings.TrimSuffix(w, "i"); rest != "" {
					out = append(out, rest)
				}
				out, i = append(out, "ios"), i+1
				continue
			case w == "o" && strings.HasPrefix(next, "auth"), w == "inter" && next == "com":
				out, i = append(out, w+next), i+1
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

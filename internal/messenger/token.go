package messenger

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

// restTokenLen is the length of a REST access token: 44 bytes in base64.
const restTokenLen = 60

// RESTToken finds the first access token of Intercom's REST API in a text: 60
// characters of base64 that decode to "tok:…". It needs no name beside it (the
// form is its own proof) and it is wider than the Messenger secret.
// Source: trufflehog's and Kingfisher's Intercom rules;
// https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/
func RESTToken(text string) (start, end int, ok bool) {
	for at := 0; ; {
		i := strings.Index(text[at:], "dG9rO")
		if i < 0 {
			return 0, 0, false
		}
		start = at + i
		end = start + restTokenLen
		if end > len(text) {
			return 0, 0, false
		}
		if (start == 0 || !base64Byte(text[start-1])) && (end == len(text) || !base64Byte(text[end]) && text[end] != '=') &&
			realRESTToken(text[start:end]) {
			return start, end, true
		}
		at = start + 1
	}
}

func realRESTToken(tok string) bool {
	if !strings.HasSuffix(tok, "=") {
		return false
	}
	tok = strings.NewReplacer("-", "+", "_", "/").Replace(tok)
	plain, err := base64.StdEncoding.DecodeString(tok)
	if err != nil || !strings.HasPrefix(string(plain), "tok:") {
		return false
	}
	return !fewCharacters(tok[5:len(tok)-1]) && !containsMarker(tok[5:]) && !containsMarker(string(plain[4:]))
}

func base64Byte(c byte) bool { return isAlnum(c) || c == '+' || c == '/' || c == '-' || c == '_' }

// JWTLiteral finds the first real-looking compact JWT in a text: the header is
// JSON with an alg, the payload is a JSON object, and there is a signature that
// is no placeholder.
func JWTLiteral(text string) (start, end int, ok bool) {
	for at := 0; ; {
		i := strings.Index(text[at:], "eyJ")
		if i < 0 {
			return 0, 0, false
		}
		start = at + i
		end = start
		for end < len(text) && (isAlnum(text[end]) || text[end] == '-' || text[end] == '_' || text[end] == '.') {
			end++
		}
		for end > start && text[end-1] == '.' {
			end--
		}
		if (start == 0 || !base64Byte(text[start-1])) && realJWT(text[start:end]) {
			return start, end, true
		}
		at = max(end, start+1)
	}
}

// minSignature is the shortest signature of a real JWT: HS256 has 43.
const minSignature = 43

func realJWT(tok string) bool {
	parts := strings.Split(tok, ".")
	if len(parts) != 3 || len(parts[2]) < minSignature || Placeholder(parts[2]) {
		return false
	}
	header, payload := jwtPart(parts[0]), jwtPart(parts[1])
	alg, isString := header["alg"].(string)
	return isString && alg != "" && payload != nil
}

// jwtPart decodes one part of a JWT; nil when it is no JSON object.
func jwtPart(part string) map[string]any {
	plain, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return nil
	}
	var m map[string]any
	if json.Unmarshal(plain, &m) != nil {
		return nil
	}
	return m
}

// MessengerJWTPayload reports a JWT whose payload is for the Messenger: it has
// user_id, the one claim Intercom requires (RN), or speaks of intercom in a
// claim name or a string.
func MessengerJWTPayload(jwt string) bool {
	parts := strings.Split(jwt, ".")
	if len(parts) < 2 {
		return false
	}
	payload := jwtPart(parts[1])
	if _, ok := payload["user_id"]; ok {
		return true
	}
	for claim, value := range payload {
		if s, isString := value.(string); HasIntercom(claim) || isString && HasIntercom(s) {
			return true
		}
	}
	return false
}

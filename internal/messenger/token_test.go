package messenger

import (
	"encoding/base64"
	"strings"
	"testing"
)

// compact builds a JWT so that no test file holds one.
func compact(header, payload, signature string) string {
	enc := base64.RawURLEncoding.EncodeToString
	return enc([]byte(header)) + "." + enc([]byte(payload)) + "." + signature
}

func TestRESTToken(t *testing.T) {
	r := seeded()
	tok := base64.StdEncoding.EncodeToString([]byte("tok:" + random(r, hexAlphabet, 8) + "_" + random(r, hexAlphabet, 31)))
	if len(tok) != restTokenLen {
		t.Fatalf("the test's token has %d characters", len(tok))
	}
	for text, want := range map[string]int{
		tok: 0, "token = \"" + tok + "\"": 9, "Bearer " + tok + "\n": 7, "dG9rO dG9rOshort " + tok: 17,
		"x" + tok: -1, tok + "x": -1, tok[:59]: -1, tok[:59] + "x": -1, "": -1, "dG9rO": -1,
		"dG9rO" + strings.Repeat("x", 54) + "=":                                                      -1,
		base64.StdEncoding.EncodeToString([]byte("tok:" + strings.Repeat("1234567890", 4))):          -1,
		base64.StdEncoding.EncodeToString([]byte("tok:your-token-placeholder-in-here-for-intercom")): -1,
		"dG9rOAbc" + random(r, base62, 51) + "=":                                                     -1, // decodes to "tok8"
	} {
		start, end, ok := RESTToken(text)
		if ok != (want >= 0) || ok && (start != want || text[start:end] != tok) {
			t.Errorf("RESTToken(%q) = %d, %d, %v, want %d", text, start, end, ok, want)
		}
	}
}

func TestJWTLiteral(t *testing.T) {
	r := seeded()
	sig := random(r, base64url, 43)
	head := `{"alg":"HS256","typ":"JWT"}`
	jwt := compact(head, `{"user_id":"42","exp":1700000000}`, sig)
	for text, want := range map[string]int{
		jwt: 0, `intercom_user_jwt: "` + jwt + `",`: 20, "eyJ eyJhbGci.x.y " + jwt: 17, "see " + jwt + ".": 4,
		compact(head, `{"user_id":"42"}`, ""): -1, compact(head, `{"user_id":"42"}`, "signature"): -1,
		compact(head, `{"user_id":"42"}`, strings.Repeat("x", 43)): -1, compact(`{"typ":"JWT"}`, `{"user_id":"42"}`, sig): -1,
		compact(head, `[1]`, sig): -1, compact(`{"alg":1}`, `{}`, sig): -1, "eyJ": -1, "": -1, "x" + jwt: -1, jwt + ".a": -1,
		"eyJhbGciOiJIUzI1NiJ9.%%%." + sig: -1,
	} {
		start, end, ok := JWTLiteral(text)
		if ok != (want >= 0) || ok && (start != want || text[start:end] != jwt) {
			t.Errorf("JWTLiteral(%q) = %d, %d, %v, want %d", text, start, end, ok, want)
		}
	}
	if Shape(jwt[:100]+jwt[100:]) != NoShape {
		t.Error("a JWT has the shape of a secret")
	}
}

func TestMessengerJWTPayload(t *testing.T) {
	for payload, want := range map[string]bool{
		`{"user_id":"42"}`: true, `{"user_id":42}`: true, `{"sub":"42","iss":"intercom"}`: true, `{"intercom_id":"1"}`: true,
		`{"sub":"42"}`: false, `{"sub":"42","iss":"intercompany"}`: false, `{}`: false, `[]`: false, `x`: false,
	} {
		if got := MessengerJWTPayload(compact(`{"alg":"HS256"}`, payload, "s")); got != want {
			t.Errorf("MessengerJWTPayload(%s) = %v", payload, got)
		}
	}
	if MessengerJWTPayload("") || MessengerJWTPayload("a") || MessengerJWTPayload("a.!") {
		t.Error("no JWT has a Messenger payload")
	}
}

func TestUserHash(t *testing.T) {
	h := random(seeded(), hexAlphabet, 64)
	for v, want := range map[string]bool{h: true, strings.ToUpper(h): true, h[1:]: false, h + "0": false, h[1:] + "g": false, "": false} {
		if UserHash(v) != want {
			t.Errorf("UserHash(%q) = %v", v, !want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("dG9rO eyJhbGciOiJIUzI1NiJ9.e30.x")
	f.Fuzz(func(t *testing.T, text string) {
		if start, end, ok := RESTToken(text); ok && end-start != restTokenLen {
			t.Fatalf("RESTToken(%q) = %d, %d", text, start, end)
		}
		if start, end, ok := JWTLiteral(text); ok && strings.Count(text[start:end], ".") != 2 {
			t.Fatalf("JWTLiteral(%q) = %d, %d", text, start, end)
		}
	})
}

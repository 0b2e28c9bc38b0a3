package token

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"strings"
	"testing"
	"time"
)

const secret = "mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq"

var now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func sign(header, payload string, key []byte, h func() hash.Hash) string {
	enc := base64.RawURLEncoding.EncodeToString
	input := enc([]byte(header)) + "." + enc([]byte(payload))
	return input + "." + enc(mac(h, key, input))
}

func hs256(payload string) string {
	return sign(`{"alg":"HS256","typ":"JWT"}`, payload, []byte(secret), sha256.New)
}

func ask(t *testing.T, q Question) (*Answer, string) {
	t.Helper()
	q.Now, q.MaxLifetime = now, 24*time.Hour
	a, err := Explain(q)
	if err != nil {
		t.Fatal(err)
	}
	var text, js bytes.Buffer
	if err := Text(&text, a, false); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&js, a); err != nil {
		t.Fatal(err)
	}
	for i := range len(secret) - 8 {
		if strings.Contains(text.String()+js.String(), secret[i:i+8]) {
			t.Fatalf("shows the secret:\n%s", text.String())
		}
	}
	return a, text.String()
}

func TestWhole(t *testing.T) {
	_, got := ask(t, Question{Text: " Bearer " + hs256(`{"user_id":"42","email":"a@b.c","exp":1795525200,"iat":1795521600}`) + "\n", Secret: []byte(secret)})
	want := `JWT

header
	alg: "HS256"
	typ: "JWT"

claims
	user_id: "42"
	email: "a@b.c"
	iat: 1795521600  (2026-11-24 12:00:00 UTC, in less than a second)
	exp: 1795525200  (2026-11-24 13:00:00 UTC, in 1 hour)

signature
	right: the secret made it

nothing is wrong with it
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestProblems(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString([]byte("0123456789abcdef0123456789abcdef"))
	ok := `{"user_id":"42","exp":1795525200}`
	for _, tt := range []struct {
		name, token, secret, userID string
		want                        []string // in order
		right                       bool
	}{
		{name: "unchecked", token: hs256(ok), right: true},
		{name: "no exp", token: hs256(`{"user_id":"42"}`), want: []string{"there is no exp, so the token is good until the secret is rotated; add exp, at most 1 day from now"}},
		{name: "milliseconds", token: hs256(`{"user_id":"42","exp":1795525200000}`), want: []string{"exp is not in seconds (milliseconds), so the token practically never expires; divide it"}},
		{name: "text", token: hs256(`{"user_id":"42","exp":"2026-11-24"}`), want: []string{"exp is a text; it must be a number, the seconds since 1970"}},
		{name: "expired", token: hs256(`{"user_id":"42","exp":1795435200}`), want: []string{"the token expired 1 day ago; a new one must be handed over before that"}},
		{name: "long", token: hs256(`{"user_id":"42","exp":1827057600,"iat":1795521600}`), want: []string{"exp is 1 year after iat, and whoever gets hold of the token can use it that long; at most 1 day is advised"}},
		{name: "sub", token: hs256(`{"sub":"42","exp":1795525200}`), want: []string{`there is no user_id but "sub", which Intercom does not read; name it user_id`}},
		{name: "email", token: hs256(`{"email":"a@b.c","exp":1795525200}`), want: []string{"there is no user_id, only an email; Intercom refuses a token without user_id"}},
		{name: "number", token: hs256(`{"user_id":42,"exp":1795525200}`), want: []string{"user_id is a number, and Intercom wants a string"}},
		{name: "placeholder", token: hs256(`{"user_id":"undefined","exp":1795525200}`), want: []string{`user_id is "undefined", which stands for nobody, or for everybody`}},
		{name: "future", token: hs256(`{"user_id":"42","exp":1795535200,"iat":1795531600}`), want: []string{"iat lies in the future (in 2 hours 46 minutes); look at the server's clock"}},
		{name: "HS512", token: sign(`{"alg":"HS512"}`, ok, []byte(secret), sha512.New), secret: secret, want: []string{`the token is signed with "HS512", and the Messenger accepts HS256 alone`}},
		{name: "none", token: sign(`{"alg":"none"}`, ok, nil, sha256.New), want: []string{"the token is not signed (alg none), so anybody can write one; sign with HS256"}},
		{name: "other secret", token: hs256(ok), secret: "another", want: []string{"the signature is wrong: another secret made it (each platform and each workspace has its own), or the token was changed"}},
		{name: "line end", token: sign(`{"alg":"HS256"}`, ok, []byte(secret+"\n"), sha256.New), secret: secret, want: []string{"the signature is wrong: it was made with the secret and a line end behind it; trim what is read from the file"}},
		{name: "empty key", token: sign(`{"alg":"HS256"}`, ok, nil, sha256.New), secret: secret, want: []string{"the signature is wrong: it was made with an empty key: the secret was not there when the token was signed"}},
		{name: "decoded", token: sign(`{"alg":"HS256"}`, ok, []byte("0123456789abcdef0123456789abcdef"), sha256.New), secret: b64, want: []string{"the signature is wrong: it was made with the secret decoded from base64; use it as it is"}},
		{name: "hash", token: hex.EncodeToString(mac(sha256.New, []byte(secret), "42")), secret: secret, userID: "42", right: true,
			want: []string{"it is the legacy proof: it never expires and covers the id alone; move to a JWT with user_id and exp"}},
		{name: "swapped", token: hex.EncodeToString(mac(sha256.New, []byte("42"), secret)), secret: secret, userID: "42",
			want: []string{"it is the legacy proof: it never expires and covers the id alone; move to a JWT with user_id and exp", "key and message are swapped: the secret is the key, the id is the message"}},
		{name: "sha1", token: strings.ToUpper(hex.EncodeToString(mac(sha1.New, []byte(secret), "42"))),
			want: []string{"it has the length of SHA-1; a user_hash is an HMAC-SHA-256, 64 hexadecimal digits", "it is in upper case, which the mobile SDKs refuse; write it in lower case", "it is the legacy proof: it never expires and covers the id alone; move to a JWT with user_id and exp"}},
		{name: "secret inside", token: hs256(`{"user_id":"42","exp":1795525200,"note":"x ` + secret + `"}`), secret: secret, right: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, text := ask(t, Question{Text: tt.token, Secret: []byte(tt.secret), UserID: tt.userID})
			var got []string
			for _, p := range a.Problems {
				got = append(got, p.Text)
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if a.Wrong() == tt.right {
				t.Errorf("wrong is %v:\n%s", a.Wrong(), text)
			}
		})
	}
}

func TestNoProof(t *testing.T) {
	for in, want := range map[string]string{
		"":            "there is no token",
		"a.b.c":       "this has three parts as a JWT has, but its header is not base64url",
		"eyJh.eyJh.x": "this has three parts as a JWT has, but its header is not a JSON object",
		"a.b.c.d.e":   "this is an encrypted JWT (JWE); the Messenger reads signed ones only, with HS256",
		secret:        "this has the form of a Messenger API secret, not of a token; whoever has it can sign in as any user, so rotate it if it was pasted anywhere",
		"hello":       "this is neither a JWT (three parts with dots between) nor a user_hash (64 hexadecimal digits)",
	} {
		if _, err := Explain(Question{Text: in, Now: now, MaxLifetime: time.Hour}); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func FuzzExplain(f *testing.F) {
	f.Add(hs256(`{"user_id":"42","exp":1e400,"iat":-1}`))
	f.Add("eyJhbGciOltdfQ.e30.")
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Explain(Question{Text: text, Secret: []byte(secret), UserID: "x", Now: now, MaxLifetime: time.Hour})
		if err == nil {
			_ = Text(&bytes.Buffer{}, a, true)
		}
	})
}

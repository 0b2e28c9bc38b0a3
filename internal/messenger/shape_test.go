package messenger

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

const (
	hexAlphabet = "0123456789abcdef"
	base62      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	base64url   = base62 + "-_"
)

// random makes values no test file has to hold.
func random(r *rand.Rand, alphabet string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(b)
}

func seeded() *rand.Rand { return rand.New(rand.NewPCG(20260807, 44)) }

// No random secret is a placeholder. gitleaks' stop words lose 1 to 6 of a
// hundred of these.
func TestRandomValuesAreNoPlaceholders(t *testing.T) {
	for _, set := range []struct {
		name, alphabet string
		n              int
	}{
		{"hex", hexAlphabet, 200_000}, {"base62", base62, 200_000}, {"base64url", base64url, 200_000},
		{"upper hex", strings.ToUpper(hexAlphabet), 50_000}, {"base36", base62[26:], 50_000}, {"lower case", base62[26:52], 50_000},
	} {
		if testing.Short() {
			set.n = 5_000
		}
		for _, size := range []int{40, 43} {
			t.Run(fmt.Sprint(set.name, " ", size), func(t *testing.T) {
				t.Parallel()
				r, secret := seeded(), 0
				for range set.n {
					v := random(r, set.alphabet, size)
					if Shape(v) == SecretShape { // then it is no placeholder
						secret++
					} else if Placeholder(v) {
						t.Errorf("Placeholder(%q) = true", v)
					}
				}
				if lost := set.n - secret; 1000*lost > set.n {
					t.Errorf("%d of %d values have no secret shape", lost, set.n)
				}
			})
		}
	}
}

// Shorter values have more room for chance; a loss of one in ten thousand would
// show.
func TestRandomShortValuesAreLoose(t *testing.T) {
	r := seeded()
	for _, alphabet := range []string{hexAlphabet, base62, base64url, base62 + "+/"} {
		lost := 0
		for range 20_000 {
			if v := random(r, alphabet, 24); Shape(v) != LooseShape {
				lost++
			}
		}
		if lost > 2 {
			t.Errorf("%d of 20000 values of 24 characters in %q are not loose", lost, alphabet)
		}
	}
}

func TestShape(t *testing.T) {
	r := seeded()
	key40, key43, hex64 := random(r, base64url, 40), random(r, base64url, 43), random(r, hexAlphabet, 64)
	for value, want := range map[string]ShapeClass{
		key40: SecretShape, key43: SecretShape, random(r, hexAlphabet, 40): SecretShape, random(r, base62, 44): SecretShape,
		random(r, base62, 39): LooseShape, random(r, base62, 45): LooseShape, random(r, base62, 20): LooseShape,
		random(r, base62, 128): LooseShape, random(r, base62, 19): NoShape, random(r, base62, 129): NoShape,
		"Tr0ub4dor&3-is-not-it-9!": LooseShape, random(r, base62, 42) + "=": LooseShape, random(r, hexAlphabet, 32): LooseShape,
		random(r, "abcdefg", 40): NoShape + LooseShape, // 2.8 bits a character
		hex64:                    NoShape, strings.ToUpper(hex64): NoShape, "": NoShape,
		"0b9e4b4e-5f4d-4a8e-9d5e-2b7c6a1f0e3d": NoShape, "ios_sdk-" + random(r, hexAlphabet, 40): NoShape,
		"android_sdk-" + random(r, hexAlphabet, 40): NoShape, "/run/secrets/intercom_identity_secret": NoShape,
		"./config/intercom/identity.secret": NoShape, "secrets/intercom/identity/web": NoShape,
		"https://example.org/" + key40: NoShape, "projects/acme/secrets/intercom-jwt/versions/latest": NoShape,
		"arn:aws:secretsmanager:eu-west-1:123456789012:secret:intercom-AbCdEf": NoShape,
		"vault:secret/data/intercom#jwt_secret":                                NoShape, "op://Private/Intercom/identity secret": NoShape,
		"INTERCOM_IDENTITY_VERIFICATION_SECRET": NoShape, "HIVE_ACME_XYZZY_QUUXLY_SECRET": NoShape,
		"process.env.INTERCOM_JWT_SECRET": NoShape, "config.acme.intercomSecretKey": NoShape,
		"acme-prod-intercom-identity-verification-secret": NoShape, "intercomIdentityVerificationSecret": NoShape,
		"os.Getenv(\"INTERCOM_JWT_SECRET\")": NoShape, key40[:20] + " " + key40[20:]: NoShape, "someone.like.you@mail.acme.io": NoShape,
		"sha256:" + hex64: NoShape, "xy-" + strings.Repeat("q", 40): NoShape, "intercom-identity-secret.txt": NoShape,
		"dG9rO" + base64.StdEncoding.EncodeToString([]byte("tok:" + random(r, base62, 40)))[5:]: NoShape,
		"billing.settings.production.hmac": NoShape, "github.com/form3tech-oss/jwt-go": NoShape, "correct.horse/battery.staple": NoShape,
	} {
		if got := Shape(value); got != want {
			t.Errorf("Shape(%q) = %v, want %v", value, got, want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for _, v := range []string{
		"", "YOUR_SECRET_KEY", "YOUR_INTERCOM_SECRET", "YOUR_INTERCOM_IDENTITY_VERIFICATION_SECRET_HERE", "abcdefgh", "123456",
		"s3cre7", "super-secret", "secret", "test_secret", "xxxxxx", "set_me_please", "your_key", "your-key", "messenger-secret",
		"test-jwt-secret", "websecret", "iossecret", "androidsecret", "<secret>", "${INTERCOM_SECRET}", "{{ .Values.secret }}",
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "changeme", "test1234", "testsecret", "example_key", "dummy-value",
		"EXAMPLEKEY", "DummySecretForTests", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcdef0123456789abcdef01234567",
		"abcdefghijklmnopqrstuvwxyz0123456789ABCD", "qwertyuiopasdfghjklzxcvbnm", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
		"supersecretkey", "mySuperSecretKey", "my-intercom-secret-key-for-local-development", "SuperSecret123!", "p4ssw0rd",
		"<your secret>", "[SECRET]", "%INTERCOM_SECRET%", "$INTERCOM_SECRET", "$(cat secret)", "__INTERCOM_SECRET__", "#{secret}#",
		"***", "********", "...", "REDACTED", "[REDACTED]", "arn:aws:x", "vault:kv/x", "op://a/b", "projects/p/secrets/s",
		"INTERCOM_JWT_SECRET", "MY_ENV", "ENC[AES256_GCM,data:abc]", "\"secret\"", " changeme ", "${S:-changeme}", "${S:-}", "${S:?err}",
		"insert-your-key-here-8f3a2b1c", "xxx-xxx", "TODO", "todo: fill me", "null", "none", "1q2w3e4r5t", "fake_8f3a2b1c9d",
		"this-is-not-a-real-key-9f8e7d6c", "thisisaverylongsecretkeyfortesting12", "hello-world", "changemechangeme",
		"intercom_user_jwt", "intercomUserJwt", "test-secret-1", "secret_2024", "ABCDEFGH12345678", "ci-dummy", "topsecret",
		"a-string-secret-at-least-256-bits-long", "your-256-bit-secret", "k9", "AKIAIOSFODNN7EXAMPLE",
	} {
		if !Placeholder(v) {
			t.Errorf("Placeholder(%q) = false", v)
		}
	}
	r := seeded()
	for _, v := range []string{
		random(r, base64url, 40), "fake" + random(r, base62, 36), random(r, base62, 20) + "test" + random(r, base62, 16),
		"acme-" + random(r, hexAlphabet, 32), "${INTERCOM_SECRET:-" + random(r, base62, 40) + "}", "secret-" + random(r, base62, 30),
		"${intercom.secret:" + random(r, base62, 40) + "}", "demo" + random(r, base62, 30), "Tr0ub4dor&3", "hunter2xK9", "9f86d081884c",
		"my-" + random(r, hexAlphabet, 20), "intercom" + random(r, hexAlphabet, 32), "Your" + random(r, base62, 36),
		"xxx" + random(r, base62, 37), "$" + random(r, base62, 20) + "!", "ABC_" + random(r, hexAlphabet, 30),
	} {
		if Placeholder(v) {
			t.Errorf("Placeholder(%q) = true", v)
		}
	}
}

func FuzzPlaceholder(f *testing.F) {
	r := seeded()
	for _, v := range []string{"", "your_key", "${A:-b}", "${${A:-b}:-c}", "s3cre7", "\xff\xfe", "1q2w3e", "İ…", "${:-}",
		random(r, base62, 40), random(r, base64url, 43)} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v string) {
		is := Placeholder(v)
		if is != Placeholder(v) || is != Placeholder("\""+v+"\"") {
			t.Fatalf("Placeholder(%q) depends on the call or on quotes", v)
		}
		shape := Shape(v)
		if shape != NoShape && is {
			t.Fatalf("Shape(%q) = %v for a placeholder", v, shape)
		}
		if shape == SecretShape && (len(v) < 40 || len(v) > 44) {
			t.Fatalf("Shape(%q) = %v", v, shape)
		}
		PlaceholderID(v)
	})
}

func BenchmarkPlaceholder(b *testing.B) {
	r := seeded()
	for name, v := range map[string]string{"hex40": random(r, hexAlphabet, 40), "base64url43": random(r, base64url, 43),
		"words": "your-intercom-secret"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Placeholder(v)
			}
		})
	}
}

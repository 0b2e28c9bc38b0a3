package messenger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// slowNeedle says the same as Needle, plainly.
func slowNeedle(b []byte) bool {
	s := string(b)
	for _, w := range needles[1:] {
		if indexFold(s, w) >= 0 {
			return true
		}
	}
	return HasIntercom(s) || strings.Contains(s, restNeedle)
}

func utf16Bytes(s string, big bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// Every needle is found at every offset, in every case and encoding.
func TestNeedleEverywhere(t *testing.T) {
	for _, word := range NeedleWords() {
		forms := []string{word}
		if word != restNeedle {
			forms = append(forms, strings.ToUpper(word), strings.ToUpper(word[:1])+word[1:], "i"+strings.ToUpper(word[1:4])+word[4:])
			if word != "intercom" {
				forms = forms[:3]
			}
		}
		for _, form := range forms {
			for before := range 40 {
				for after := range 3 {
					text := strings.Repeat(" ", before) + form + strings.Repeat(".", after)
					if !Needle([]byte(text)) {
						t.Fatalf("Needle(%q) = false", text)
					}
					if !Needle(utf16Bytes(text, false)) || !Needle(utf16Bytes(text, true)) {
						t.Fatalf("Needle misses %q in UTF-16", text)
					}
				}
			}
		}
	}
}

func TestNeedleInLongUTF16(t *testing.T) {
	for before := 4000; before < 4200; before++ {
		for _, big := range []bool{false, true} {
			if !Needle(utf16Bytes(strings.Repeat("x", before)+"intercom_", big)) {
				t.Fatalf("Needle misses intercom after %d letters of UTF-16", before)
			}
		}
	}
	if Needle(utf16Bytes(strings.Repeat("intercompany ", 300), false)) {
		t.Error("Needle finds intercompany")
	}
}

func TestNeedleLeavesAlone(t *testing.T) {
	for _, text := range []string{"", "i", "interco", "intercommunication", "INTERCOMMUNITY", "intercompany intercompanies",
		"intercomparison", "intercomponent", "messenger secret", "dg9ro", "DG9RO", "user hash", "userhash", "set user jwt",
		"\x00\x01\x02binary\x00", "inter com", "i\x00n\x00t\x00e\x00r\x00c\x00o\x00m\x00p\x00a\x00n\x00y\x00"} {
		if Needle([]byte(text)) {
			t.Errorf("Needle(%q) = true", text)
		}
	}
	if !Needle([]byte("intercommunication and intercom")) {
		t.Error("a word to leave alone hides the one behind it")
	}
}

func TestNeedleWords(t *testing.T) {
	for _, w := range needles {
		if len(w) < stride+2 || strings.ToLower(w) != w {
			t.Errorf("needle %q does not suit the search", w)
		}
	}
	NeedleWords()[0] = "spoiled"
	if NeedleWords()[0] == "spoiled" {
		t.Error("NeedleWords hands out its own table")
	}
}

func FuzzNeedle(f *testing.F) {
	for _, s := range []string{"intercom", "xxintercompanyINTERCOM", "USER_HASH", "setUserJwt", "dG9rO", "interCommand", "intercomMonitor"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		want := slowNeedle(b)
		if bytes.IndexByte(b, 0) >= 0 {
			want = want || Needle(b) // the zero-free text may hold more
		}
		if got := Needle(b); got != want {
			t.Fatalf("Needle(%q) = %v, want %v", b, got, want)
		}
	})
}

func BenchmarkNeedle(b *testing.B) {
	code := []byte(`func (s *Server) handleRequest(ctx context.Context, userID string) (*Response, error) {
	// Interconnect the common parts of the internal commerce service; set user, then return.
	if err := s.store.Get(ctx, userID, &user); err != nil { return nil, fmt.Errorf("get user %s: %w", userID, err) }
`)
	english := []byte("The quick international committee interrupted the concert in the centre of the intercity community. ")
	inputs := map[string][]byte{"code": code, "english": english, "base64": []byte(random(seeded(), base62+"+/", 4096)),
		"utf16": utf16Bytes(string(code), false), "minified": []byte(`!function(e,t){"use strict";var n=e.document,r=n.createElement("a");r.href=t,`)}
	for _, name := range []string{"code", "english", "base64", "minified", "utf16"} {
		for _, size := range []int{4 << 10, 1 << 20} {
			text := bytes.Repeat(inputs[name], size/len(inputs[name])+1)[:size]
			b.Run(fmt.Sprintf("%s/%dK", name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					if Needle(text) {
						b.Fatal("found a needle")
					}
				}
			})
		}
	}
}

func BenchmarkSecretName(b *testing.B) {
	for _, name := range []string{"handleRequest", "userID", "INTERCOM_IDENTITY_SECRET", "apiKey"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				SecretName(name)
			}
		})
	}
}

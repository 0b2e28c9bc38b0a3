package mobile

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

var exts = []string{"a.swift", "a.m", "a.kt", "a.java", "a.dart"}

// TestHostile reads input that is broken or made to be slow.
func TestHostile(t *testing.T) {
	const n = 60_000
	inputs := map[string]string{
		"open braces":      strings.Repeat("{", n),
		"open parens":      strings.Repeat("(", n),
		"open brackets":    strings.Repeat("[", n),
		"mixed open":       strings.Repeat("{([", n/3),
		"close":            strings.Repeat("}])", n/3),
		"mismatched":       strings.Repeat("{)", n/2),
		"calls":            strings.Repeat("a(", n),
		"lambdas":          strings.Repeat("a { b in ", n/8),
		"chain":            "Intercom" + strings.Repeat(".a()", n/4),
		"chain of adds":    "x" + strings.Repeat(".add(y)", n/8),
		"angles":           strings.Repeat("a<", n),
		"quote":            `"` + strings.Repeat("a", n),
		"interpolation":    strings.Repeat(`"\(`, n/4),
		"interpolation kt": strings.Repeat(`"${`, n/4),
		"comment":          strings.Repeat("/*", n),
		"minus":            strings.Repeat("-", n),
		"ternaries":        strings.Repeat("a ? ", n/4),
		"elvis":            strings.Repeat("a ?: ", n/5),
		"ifs":              strings.Repeat("if (a) ", n/7),
		"else ifs":         strings.Repeat("if (a) { b() } else ", n/20),
		"vars":             strings.Repeat("let a = a\n", n/10),
		"assign":           strings.Repeat("a = ", n/4),
		"hashes":           strings.Repeat("#", n),
		"ats":              strings.Repeat("@", n),
		"carets":           strings.Repeat("^", n),
		"cascade":          "x" + strings.Repeat("..a()", n/5),
		"fns":              strings.Repeat("func setUserJwt() { setUserJwt(a) }\n", n/60),
		"logins":           strings.Repeat("Intercom.client().loginIdentifiedUser(r)\n", n/60),
		"proofs":           strings.Repeat("setUserHash(hmac(a, b)); ", n/60),
		"long line":        strings.Repeat("val intercomSecret = a + b; ", n/28),
		"binary":           strings.Repeat("\x00\xff\xfe\x80", n/4),
		"case":             strings.Repeat("case a: ", n/8),
		"switch":           "switch a {" + strings.Repeat("case a: b(); ", n/13) + "}",
		"macs":             strings.Repeat("mac.doFinal(x); Mac.getInstance(\"HmacSHA256\"); mac.init(k); ", n/200),
	}
	for name, src := range inputs {
		if only := os.Getenv("HOSTILE"); only != "" && only != name {
			continue
		}
		for _, file := range exts {
			start := time.Now()
			_, err := Read(context.Background(), &reader.File{Path: file, Data: []byte(src), Intercom: true})
			if err != nil && strings.Contains(err.Error(), "internal error") {
				t.Errorf("%s in %s: %v", name, file, err)
			}
			if d := time.Since(start); d > 300*time.Millisecond {
				t.Logf("%s in %s took %v", name, file, d)
			}
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("%s in %s took %v", name, file, d)
			}
		}
	}
}

// FuzzRead wants no panic and no place outside the file.
func FuzzRead(f *testing.F) {
	_ = filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if data, err := os.ReadFile(path); err == nil {
				f.Add(data)
			}
		}
		return nil
	})
	for _, s := range []string{`"\("\(`, `"""`, `'''${`, "@implementation", "[[[", "if let x = {", "#define", "r'", "^{", "a?.b!!.c<d>(e){f->g}", "let setUserJwt = {"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := strings.Count(string(data), "\n") + 1
		for _, file := range exts {
			res, err := Read(context.Background(), &reader.File{Path: file, Data: data, Intercom: true})
			if err != nil && strings.Contains(err.Error(), "internal error") {
				t.Fatalf("%s: %v", file, err)
			}
			for _, x := range res.Findings {
				if x.Line < 1 || x.Line > lines || x.Column < 1 {
					t.Fatalf("%s: place %+v is outside of %d lines", file, x.Place, lines)
				}
			}
			Settle(map[string]reader.Result{file: res})
		}
	})
}

// BenchmarkRead measures bytes of app code.
func BenchmarkRead(b *testing.B) {
	for _, c := range []string{"kotlin_session/SessionManager.kt", "swift_completion_order/ChatSession.swift", "flutter_auth/auth_service.dart", "objc_blocks/SupportManager.m", "android_java_callbacks/IntercomBridge.java"} {
		data, err := os.ReadFile(filepath.Join(corpus, c))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Ext(c)[1:], func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(context.Background(), &reader.File{Path: c, Data: data, Intercom: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package output

import (
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
	"github.com/messengerlint/messengerlint/internal/finding"
)

func sampleWithMap(t *testing.T) *Report {
	t.Helper()
	r := sample(t)
	at := func(path string, line int) finding.Place { return finding.Place{Path: path, Line: line, Column: 1} }
	r.Map = inventory.New([]reader.Mint{{Place: at("idv/token.go", 4), Platform: "server", Kind: "jwt", Key: "env INTERCOM_SECRET", Lifetime: "1h0m0s"}},
		[]reader.Boot{
			{Place: at("web/a.html", 1), Platform: "web", Kind: "boot", Identity: true, Proof: "jwt", Refresh: true, Unsigned: []string{"plan"}},
			{Place: at("web/b.html", 1), Platform: "web", Kind: "boot", Identity: true, Proof: "none"},
			{Place: at("web/<script>alert(1)</script>.html", 1), Platform: "web", Kind: "boot", Proof: "none"},
			{Place: at("ios/App.swift", 9), Platform: "ios", Kind: "login", Identity: true, Proof: "hmac"},
		}, []string{"web", "android"})
	return r
}

func TestHTML(t *testing.T) {
	got := render(t, HTML, sampleWithMap(t))
	for _, want := range []string{"<title>Messenger security report</title>", "iOS", "0 of 0", "1 of 2 secured", "no boot seen", "void: 100% &lt;b&gt;?", "Not everything was looked at"} {
		if want != "0 of 0" && !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, bad := range []string{"<script>alert", "ZgotmplZ", "http://", "src=", "@import", "url("} {
		if strings.Contains(got, bad) {
			t.Errorf("has %q", bad)
		}
	}
	if strings.Contains(got, "mT4wXz8Q") {
		t.Error("shows the secret")
	}
	golden(t, "report.html", got)
}

// TestMask plants a secret into lines of all kinds and looks for any eight
// characters of it.
func TestMask(t *testing.T) {
	for _, secret := range []string{"mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq", "correct-horse-battery-staple", "hunter2hunter2", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="} {
		for name, line := range map[string]string{
			"a.go": "var key = \"KEY\"", "b.go": "sign(`KEY`, x)", "c.go": "f(\"a\\\"KEY\")", "d.js": "jwt.sign(p, 'KEY')", "e.yaml": "secret: KEY", "f.env": "INTERCOM_SECRET=KEY",
			"g.properties": "intercom.secret = KEY", "h.plist": "<string>KEY</string>", "Dockerfile": "ENV INTERCOM_SECRET KEY", "i.tf": "  secret = \"KEY\"",
			"j.json": "{\"secret\": \"KEY\"}", "k.sh": "export INTERCOM_SECRET=KEY", "l.yaml": "- name: KEY", "m.go": "x := \"KEY", "n.xml": "<string name=\"s\">KEY</string>",
			"o.swift": "let key = \"KEY\"", "Makefile": "build: ; go build -ldflags \"-X main.secret=KEY\"", "p.ini": "secret: KEY # old", "q.md": "secret = KEY",
		} {
			s := newSources("")
			s.files[name] = [][]byte{[]byte(strings.ReplaceAll(line, "KEY", secret))}
			got := s.excerpt(finding.Place{Path: name, Line: 1, Column: 1})
			for i := range len(secret) - 7 {
				if strings.Contains(got, secret[i:i+8]) {
					t.Errorf("%s: %s", name, got)
					break
				}
			}
		}
	}
	s := newSources("")
	s.files["raw.go"] = [][]byte{[]byte("x := `"), []byte("secret: correct-horse-battery"), []byte("`")}
	if got := s.excerpt(finding.Place{Path: "raw.go", Line: 2, Column: 1}); strings.Contains(got, "correct") {
		t.Error(got)
	}
	s.files["keep.go"] = [][]byte{[]byte(`claims["user_id"] = os.Getenv("INTERCOM_IDENTITY_SECRET") + "other"`)}
	if got := s.excerpt(finding.Place{Path: "keep.go", Line: 1, Column: 1}); got != `claims["user_id"] = os.Getenv("INTERCOM_IDENTITY_SECRET") + "•••"` {
		t.Error(got)
	}
}

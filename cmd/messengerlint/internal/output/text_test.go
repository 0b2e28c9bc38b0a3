package output

import (
	"bytes"
	"strings"
	"testing"
)

func TestTerminal(t *testing.T) {
	r := sample(t)
	var b bytes.Buffer
	if err := Text(&b, r, Style{Colour: true, Links: "/work/a b"}); err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(b.String(), "\n")
	want := "\x1b]8;;file:///work/a%20b/idv/token.go\x1b\\\x1b[1midv/token.go:3:23\x1b[0m\x1b]8;;\x1b\\: \x1b[31mhardcodedsecret\x1b[0m: key holds the Messenger secret; rotate it"
	if first != want {
		t.Errorf("%q, want %q", first, want)
	}
}

func TestByRule(t *testing.T) {
	r := sample(t)
	if got, want := r.ByRule(), "hardcodedsecret 1, ignore 1, missingexpiry 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Findings = append(r.Findings, r.Findings[2], r.Findings[2])
	if got, want := r.ByRule(), "missingexpiry 3, hardcodedsecret 1, ignore 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Findings = r.Findings[:1]
	if got := r.ByRule(); got != "" {
		t.Errorf("%q for one rule", got)
	}
}

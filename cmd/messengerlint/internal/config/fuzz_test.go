package config

import (
	"strings"
	"testing"
	"unicode"
)

// FuzzParse feeds any text as a settings file: no panic, and an error of one
// line, that names the file and shows nothing that looks like a secret.
func FuzzParse(f *testing.F) {
	const secret = "Zq8vT2mLx7RbNc4KsWd9YhJf3PgUe6Ao1QiXtBnMzVk"
	for _, s := range []string{
		"", "rules: [wrongkey]\n", "max-lifetime: 24h\ntests: true\n", "rules: {a: b}\n", "a: &x [*x]\n", "x: !!binary aGk=\n", "---\n---\n", "\t", "rules:\n- -wrongkey\n- 1\n", "secret-names: [" + secret + "]\n",
		"intercom_secret: " + secret + "\n", "max-lifetime: " + secret + "\n", "a: b: c\n" + secret, "\xff\xfe", "<<: {a: 1}\n", "exclude:\n  - '[a-'\n", "fail-on: " + secret + "\n",
	} {
		f.Add(s)
	}
	rules := []string{"missingexpiry", "wrongkey"}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("a.yml", []byte(text), rules)
		if err == nil && c == nil {
			t.Fatal("neither settings nor an error")
		}
		if err == nil {
			return
		}
		said := err.Error()
		if !strings.HasPrefix(said, "a.yml:") || strings.ContainsFunc(said, unicode.IsControl) {
			t.Errorf("error %q", said)
		}
		if strings.Contains(text, secret) && strings.Contains(said, secret[:12]) {
			t.Errorf("the error shows a value: %q", strings.ReplaceAll(said, secret[:12], "…"))
		}
	})
}

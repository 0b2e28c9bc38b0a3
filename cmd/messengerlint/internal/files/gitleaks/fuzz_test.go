package gitleaks

import (
	"context"
	"testing"
)

// FuzzFind feeds any text to the rules that gitleaks.toml has too: no panic, and
// places inside the text.
func FuzzFind(f *testing.F) {
	const key = "Zq8vT2mLx7RbNc4KsWd9YhJf3PgUe6Ao1QiXtBnMzVk"
	for _, s := range []string{
		"INTERCOM_JWT_SECRET=" + key, "intercom: {secret: '" + key + "'}\nintercom_secret: " + key, "tok:" + key, "dG9rOjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg==",
		"eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoiMSJ9." + key, "intercom\r\n\r\n=\xff\"", "\nintercom_secret\n=\n" + key + "\n",
	} {
		f.Add(s)
	}
	e, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const base = 7
		for _, m := range e.Find(context.Background(), text, base) {
			if m.Start < base || m.Start > m.ValueStart || m.ValueStart > m.ValueEnd || m.ValueEnd > m.End || m.End > len(text)+base {
				t.Errorf("%q: rule %s matches %d-%d, value %d-%d", text, m.Rule, m.Start, m.End, m.ValueStart, m.ValueEnd)
			}
		}
	})
}

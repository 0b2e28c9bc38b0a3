package config

import (
	"context"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

// FuzzRead feeds any text to the reader of every format: no panic, places inside
// the file, no value of a secret in a message.
func FuzzRead(f *testing.F) {
	const key = "Zq8vT2mLx7RbNc4KsWd9YhJf3PgUe6Ao1QiXtBnMzVk"
	for i, w := range written {
		f.Add(uint8(i), []byte(strings.Replace(w.text, "KEY", key, 1)))
	}
	f.Add(uint8(5), []byte("intercom: &a\n  jwt_secret: *a\n"))
	f.Add(uint8(10), []byte(strings.Repeat("{\"intercom\":", 2000)))
	r := &Reader{Engine: gitleaks.Lazy()}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		path := written[int(kind)%len(written)].path
		res, err := r.Read(context.Background(), &reader.File{Path: path, Data: data, Intercom: true})
		if err != nil && strings.Contains(err.Error(), "internal error") {
			t.Fatal(err)
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, x := range res.Findings {
			if x.Line < 1 || x.Line > lines || x.Column < 1 {
				t.Fatalf("%s: place %+v in %d lines", path, x.Place, lines)
			}
			for _, s := range res.Secrets {
				if len(s.Value) > 12 && strings.Contains(x.Message, s.Value) {
					t.Fatalf("%s: a message shows a secret", path)
				}
			}
		}
	})
}

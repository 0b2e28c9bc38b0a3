package web

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

// FuzzRead feeds any text to every reader: no panic, no hang, places inside
// the file, no value of a secret in a message.
func FuzzRead(f *testing.F) {
	names := []string{"a.js", "a.ts", "a.tsx", "a.vue", "a.svelte", "a.html", "a.gohtml", "a.erb", "a.php", "a.map", "a.blade.php", "a.hbs"}
	_ = filepath.WalkDir(corpus, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		for i, n := range names {
			if filepath.Ext(n) == filepath.Ext(p) {
				f.Add(uint8(i), data)
			}
		}
		return err
	})
	f.Add(uint8(0), []byte("window.intercomSettings = {"))
	f.Add(uint8(5), []byte("<script>Intercom('boot', {user_id: {{.}}, {{if}}"))
	f.Add(uint8(0), []byte(strings.Repeat("(", 3000)+"intercom"))
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		name := names[int(kind)%len(names)]
		start := time.Now()
		res, err := Read(ctx, &reader.File{Path: name, Data: data, Intercom: true})
		if err != nil && strings.Contains(err.Error(), "reader failed") {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 15*time.Second {
			t.Fatalf("took %v", took)
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, x := range res.Findings {
			if x.Line < 1 || x.Line > lines || x.Column < 1 {
				t.Fatalf("place %v in %d lines", x.Place, lines)
			}
			for _, s := range res.Secrets {
				if len(s.Value) > 12 && strings.Contains(x.Message, s.Value) {
					t.Fatal("a message shows a secret")
				}
			}
		}
	})
}

// TestBroken reads texts that are broken: what stands before or behind the
// broken part is still found.
func TestBroken(t *testing.T) {
	src := "import jwt from 'jsonwebtoken';\n\nfunction broken( {\n  return ]\n}\n\n" +
		"export const intercomJwt = (u) => jwt.sign({ sub: u.id }, process.env.INTERCOM_JWT_SECRET, { expiresIn: '1h' });\n"
	res, err := Read(context.Background(), &reader.File{Path: "a.js", Data: []byte(src), Intercom: true})
	if err == nil {
		t.Error("no error for a broken script")
	}
	if len(res.Findings) != 1 || res.Findings[0].Rule != "missinguserid" || res.Findings[0].Line != 7 {
		t.Errorf("findings: %+v", res.Findings)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, &reader.File{Path: "a.js", Data: []byte(src)}); err == nil {
		t.Error("no error when cancelled")
	}
}

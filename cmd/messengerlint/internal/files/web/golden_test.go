package web

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden pins whole findings, boots and mints of the labelled trees.
func TestGolden(t *testing.T) {
	var b strings.Builder
	err := filepath.WalkDir(corpus, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !Reads(p) {
			return err
		}
		rel, _ := filepath.Rel(corpus, p)
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		_, inner, _ := strings.Cut(filepath.ToSlash(rel), "/")
		res, err := Read(context.Background(), &reader.File{Path: inner, Data: data, Intercom: true, MaxLifetime: 24 * time.Hour})
		fmt.Fprintf(&b, "== %s %v\n", filepath.ToSlash(rel), err)
		for _, f := range res.Findings {
			fmt.Fprintf(&b, "%d:%d-%d:%d %s %v %v: %s\n", f.Line, f.Column, f.EndLine, f.EndColumn, f.Rule, f.Severity, f.Confidence, f.Message)
			for _, s := range f.Steps {
				fmt.Fprintf(&b, "    %d:%d %s\n", s.Line, s.Column, s.Text)
			}
		}
		for _, x := range res.Boots {
			fmt.Fprintf(&b, "boot %d:%d %s %s identity=%v proof=%s refresh=%v unsigned=%v\n", x.Line, x.Column, x.Platform, x.Kind, x.Identity, x.Proof, x.Refresh, x.Unsigned)
		}
		for _, x := range res.Mints {
			fmt.Fprintf(&b, "mint %d:%d %s %s key=%s lifetime=%s\n", x.Line, x.Column, x.Platform, x.Kind, x.Key, x.Lifetime)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/golden.txt"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d: got %q, want %q (go test -update writes it anew)", i+1, g[i], w[i])
			}
		}
		t.Fatal("output has another length than the golden file; go test -update writes it anew")
	}
}

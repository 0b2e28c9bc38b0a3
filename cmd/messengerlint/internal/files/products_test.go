package files_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
)

// TestProducts runs the trees of testdata/files/products: small products, each
// in variants that differ by one edit. They were labelled by people who had not
// seen the readers. A line that says "want rule" has that finding, a file LABELS
// holds the lines of formats without comments, and nothing else is found.
func TestProducts(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(treesDir, "products", "*", "*"))
	if err != nil || len(dirs) < 90 {
		t.Fatalf("%d trees, %v", len(dirs), err)
	}
	hits := 0
	for _, dir := range dirs {
		want := labels(t, dir)
		if len(want) > 0 {
			hits++
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			work := t.TempDir()
			if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			rep, err := files.Run(context.Background(), options(work))
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range rep.Incomplete {
				t.Errorf("incomplete: %s: %s", i.Path, i.Reason)
			}
			var got []string
			for _, f := range rep.Findings {
				if f.Suppressed == nil {
					got = append(got, fmt.Sprintf("%s:%d %s", f.Path, f.Line, f.Rule))
				}
			}
			slices.Sort(got)
			compareLines(t, slices.Compact(got), want)
		})
	}
	if 3*hits > 2*len(dirs) {
		t.Errorf("%d of %d trees have a finding: too few near misses", hits, len(dirs))
	}
}

var (
	wantComment = regexp.MustCompile(`\bwant ((?:[a-z]+)(?:[ ,]+[a-z]+)*)`)
	labelLine   = regexp.MustCompile(`(?m)^(\S+:\d+)\s+([a-z ,]+)$`)
)

// labels reads what a tree wants, as "path:line rule".
func labels(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	add := func(place, rules string) {
		for _, r := range strings.FieldsFunc(rules, func(c rune) bool { return c == ' ' || c == ',' }) {
			if ruleNames[r] {
				out = append(out, place+" "+r)
			}
		}
	}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		if d.Name() == "LABELS" {
			for _, m := range labelLine.FindAllStringSubmatch(string(data), -1) {
				add(m[1], m[2])
			}
			return err
		}
		for i, line := range strings.Split(string(data), "\n") {
			if m := wantComment.FindStringSubmatch(line); m != nil {
				add(fmt.Sprintf("%s:%d", filepath.ToSlash(rel), i+1), m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var ruleNames = map[string]bool{
	"hardcodedsecret": true, "frontendkey": true, "untrusteduserid": true, "missinguserid": true, "signingalg": true,
	"wrongkey": true, "unsignedboot": true, "secretlog": true, "missingexpiry": true, "identityhash": true,
}

package mobile

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

const corpus = "../../../testdata/files/mobile"

// readTree reads all files of a case as one app and settles them.
func readTree(t testing.TB, root string) map[string]reader.Result {
	t.Helper()
	results := map[string]reader.Result{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || langOf(path) == unknownLang {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		f := &reader.File{Path: filepath.ToSlash(rel), Data: data, Intercom: true, MaxLifetime: 24 * time.Hour}
		res, err := Read(context.Background(), f)
		if err != nil {
			return err
		}
		results[f.Path] = res
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	Settle(results)
	return results
}

func found(results map[string]reader.Result) []finding.Finding {
	var all []finding.Finding
	for _, r := range results {
		all = append(all, r.Findings...)
	}
	return finding.SortUnique(all)
}

var wantMark = regexp.MustCompile(`want ([a-z, ]+)`)

// wants reads the labels of a case: "path:line rule".
func wants(t testing.TB, root string) []string {
	t.Helper()
	var out []string
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		for i, line := range bytes.Split(data, []byte("\n")) {
			_, mark, ok := bytes.Cut(line, []byte("// want "))
			if !ok {
				continue
			}
			m := wantMark.FindSubmatch(append([]byte("want "), mark...))
			for _, rule := range strings.FieldsFunc(string(m[1]), func(r rune) bool { return r == ',' || r == ' ' }) {
				out = append(out, fmt.Sprintf("%s:%d %s", filepath.ToSlash(rel), i+1, rule))
			}
		}
		return nil
	})
	slices.Sort(out)
	return out
}

// TestCorpus wants all the labelled findings and no others.
func TestCorpus(t *testing.T) {
	cases, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if !c.IsDir() {
			continue
		}
		t.Run(c.Name(), func(t *testing.T) {
			root := filepath.Join(corpus, c.Name())
			var got []string
			var text strings.Builder
			for _, f := range found(readTree(t, root)) {
				got = append(got, fmt.Sprintf("%s:%d %s", f.Path, f.Line, f.Rule))
				fmt.Fprintf(&text, "%s:%d:%d %s (%s, %s) %s\n", f.Path, f.Line, f.Column, f.Rule, f.Severity, f.Confidence, f.Message)
			}
			slices.Sort(got)
			if want := wants(t, root); !slices.Equal(got, want) {
				t.Errorf("got\n  %s\nwant\n  %s\n%s", strings.Join(got, "\n  "), strings.Join(want, "\n  "), text.String())
			}
		})
	}
}

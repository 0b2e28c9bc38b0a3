package web

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

const corpus = "../../../testdata/files/web"

var wantComment = regexp.MustCompile(`\bwant ((?:[a-z]+)(?:, ?[a-z]+)*)`)

// TestCorpus reads the labelled trees: every line that says "want rule" has
// that finding, and no other line has any.
func TestCorpus(t *testing.T) {
	cases, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 60 {
		t.Errorf("only %d cases, want at least 60", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) { checkTree(t, filepath.Join(corpus, c.Name())) })
	}
}

func checkTree(t *testing.T, root string) {
	files := map[string][]byte{}
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		data, err := os.ReadFile(p)
		files[filepath.ToSlash(rel)] = data
		return err
	})
	for name, data := range files {
		if !Reads(name) || messenger.TestPath(name) || !messenger.Needle(data) {
			if wantComment.Match(data) {
				t.Errorf("%s: wants findings and is not read", name)
			}
			continue
		}
		f := &reader.File{Path: name, Data: data, MaxLifetime: 24 * time.Hour}
		for other, d := range files {
			f.Intercom = f.Intercom || path.Dir(other) == path.Dir(name) && messenger.HasIntercom(string(d))
		}
		res, err := Read(context.Background(), f)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for _, x := range res.Findings {
			if x.Confidence >= finding.ConfidenceMedium {
				got = append(got, fmt.Sprintf("%d %s", x.Line, x.Rule))
			}
			if strings.Contains(x.Message, "\n") || strings.HasSuffix(x.Message, ".") || !strings.Contains(x.Message, "; ") {
				t.Errorf("%s: message %q", name, x.Message)
			}
			if x.Path != name {
				t.Errorf("finding in %s, not %s", x.Path, name)
			}
		}
		for _, s := range res.Secrets {
			for _, x := range res.Findings {
				if len(s.Value) > 8 && strings.Contains(fmt.Sprint(x), s.Value) {
					t.Errorf("%s: a finding shows a secret", name)
				}
			}
		}
		compare(t, name, data, got, res)
	}
}

func compare(t *testing.T, name string, data []byte, got []string, res reader.Result) {
	var want []string
	for i, line := range strings.Split(string(data), "\n") {
		for _, m := range wantComment.FindAllStringSubmatch(line, -1) {
			for r := range strings.SplitSeq(m[1], ",") {
				want = append(want, fmt.Sprintf("%d %s", i+1, strings.TrimSpace(r)))
			}
		}
	}
	slices.Sort(got)
	got = slices.Compact(got)
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%s:%s: not reported", name, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			msg := ""
			for _, x := range res.Findings {
				if fmt.Sprintf("%d %s", x.Line, x.Rule) == g {
					msg = x.Message
				}
			}
			t.Errorf("%s:%s: not wanted: %s", name, g, msg)
		}
	}
}

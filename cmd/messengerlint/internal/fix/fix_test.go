package fix

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
)

func edit(path string, size, start, end int, text string) finding.Edit {
	return finding.Edit{Path: path, Size: size, Start: start, End: end, New: text}
}

func change(es ...finding.Edit) finding.Finding {
	return finding.Finding{Rule: "r", Place: finding.Place{Path: "x", Line: 1, Column: 1}, Fix: &finding.Fix{Edits: es}}
}

func TestMake(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	link := file + ".link"
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text, want string
		fs               []finding.Finding
		notes            string
	}{
		{"one", "abc", "aXc", []finding.Finding{change(edit(file, 3, 1, 2, "X"))}, ""},
		{"two", "abc", "XbY", []finding.Finding{change(edit(file, 3, 2, 3, "Y")), change(edit(file, 3, 0, 1, "X"))}, ""},
		{"insert before", "abc", "1Xbc", []finding.Finding{change(edit(file, 3, 0, 1, "X")), change(edit(file, 3, 0, 0, "1"))}, ""},
		{"same import twice", "abc", "iXbY", []finding.Finding{
			change(edit(file, 3, 0, 0, "i"), edit(file, 3, 0, 1, "X")), change(edit(file, 3, 0, 0, "i"), edit(file, 3, 2, 3, "Y"))}, ""},
		{"conflict takes all or nothing", "abcd", "abXd", []finding.Finding{
			change(edit(file, 4, 2, 3, "X")), change(edit(file, 4, 0, 1, "Y"), edit(file, 4, 1, 3, "Z"))}, "x:1:1: r is not fixed: its change touches the same code as another; run again"},
		{"two inserts", "ab", "aXb", []finding.Finding{change(edit(file, 2, 1, 1, "X")), change(edit(file, 2, 1, 1, "Y"))},
			"x:1:1: r is not fixed: its change touches the same code as another; run again"},
		{"changed", "abc", "", []finding.Finding{change(edit(file, 9, 1, 2, "X"))}, "x:1:1: r is not fixed: the file has changed meanwhile; run again"},
		{"link", "abc", "", []finding.Finding{change(edit(link, 3, 1, 2, "X"))}, "x:1:1: r is not fixed: the file is a link, or no ordinary file"},
		{"line ends", "a\r\nb\r\n", "a\r\n\r\nX\r\nb\r\n", []finding.Finding{change(edit(file, 6, 3, 3, "\nX\n"))}, ""},
		{"mark", "\ufeffab", "\ufeffXb", []finding.Finding{change(edit(file, 5, 3, 4, "X"))}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := os.WriteFile(file, []byte(tt.text), 0o640); err != nil {
				t.Fatal(err)
			}
			p := Make(tt.fs, filepath.Base)
			got := ""
			if len(p.Files) == 1 {
				got = string(p.Files[0].New)
			}
			if got != tt.want || strings.Join(p.Notes, "\n") != tt.notes {
				t.Errorf("%q, notes %q; want %q, %q", got, p.Notes, tt.want, tt.notes)
			}
			if failed := p.Write(); len(failed) > 0 {
				t.Fatal(failed)
			}
			if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("rights %v, %v", info.Mode(), err)
			}
		})
	}
}

func TestBroken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	const src = "package a\n"
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	p := Make([]finding.Finding{change(edit(file, len(src), len(src), len(src), "func {"))}, filepath.Base)
	if len(p.Files) != 0 || len(p.Fixed) != 0 || len(p.Notes) != 1 {
		t.Errorf("%+v", p)
	}
}

// TestDiff has patch(1) apply the diffs.
func TestDiff(t *testing.T) {
	bin, err := exec.LookPath("git")
	if err != nil {
		t.Fatal("there is no git to apply a diff with")
	}
	r := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(string(rune('a'+r.IntN(9))) + "\n")
		}
		return b.String()
	}
	for range 25 {
		old := text(5 + r.IntN(40))
		parts := strings.SplitAfter(old, "\n")
		for range 1 + r.IntN(4) {
			parts[r.IntN(len(parts))] = text(r.IntN(3))
		}
		now := strings.Join(parts, "")
		if r.IntN(3) == 0 {
			now += "end"
		}
		if old == now || now == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, "f"), []byte(old), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(bin, "apply", "-")
		cmd.Dir = dir
		d := Diff("f", []byte(old), []byte(now))
		cmd.Stdin = strings.NewReader(d)
		out, err := cmd.CombinedOutput()
		if got, _ := os.ReadFile(filepath.Join(dir, "f")); err != nil || string(got) != now {
			t.Fatalf("%v: %s\n%s", err, out, d)
		}
	}
}

package trust

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

const mintImports = "import (\n\t\"os\"\n\t\"time\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\n"

// mint is a function with a finding (no user_id), with other code before it.
func mint(name, before string) string {
	return "// " + name + " signs for Intercom.\nfunc " + name + "(n int, email string) (string, error) {\n\tx := n\n" + before +
		"\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"email\": email, \"x\": x, \"exp\": time.Now().Add(time.Hour).Unix()}).SignedString([]byte(os.Getenv(\"INTERCOM_JWT_SECRET\")))\n}\n"
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

// hostile are packages that once were, or could be, too much for a linter: each
// is a folder of a module with a sound package beside it.
var hostile = []struct {
	name       string
	files      tree
	incomplete string   // what is said, "" when it can be analysed
	rules      []string // what is found in it, at least
}{
	{"cycle", tree{
		"cycle/a/a.go": "package a\n\nimport \"trust.test/cycle/b\"\n\nconst IntercomA = b.B\n",
		"cycle/b/b.go": "package b\n\nimport \"trust.test/cycle/a\"\n\nconst B = a.IntercomA\n",
	}, "import cycle", nil},
	{"types", tree{"types/t.go": "package types\n\nvar intercom int = \"x\"\n\nfunc f() { undefined() }\n"}, "does not type-check", nil},
	{"cyclic", tree{"cyclic/c.go": "package cyclic\n\n// intercom\ntype T struct{ t T }\n\ntype I interface{ I }\n\ntype A [len(a)]int\n\nvar a A\n"}, "does not type-check", nil},
	{"recursive", tree{"recursive/r.go": "package recursive\n\n" + mintImports + "// Intercom nests.\ntype Intercom struct {\n\tNext *Intercom\n\tM map[string]Intercom\n\tF func(Intercom) Intercom\n\tG []G[Intercom]\n}\n\n" +
		"// G is generic.\ntype G[T any] struct{ Next *G[T]; V T }\n\n" + mint("F", "")}, "", []string{"missinguserid"}},
	{"cases", tree{"cases/c.go": "package cases\n\n" + mintImports + mint("F", "\tswitch n {\n"+repeat(2000, "\tcase %d:\n\t\tx += %d\n")+"\t}\n")}, "", []string{"missinguserid"}},
	{"many", tree{"many/c.go": "package many\n\n" + mintImports + mint("F", "\tswitch n {\n"+repeat(5000, "\tcase %d:\n\t\tx += %d\n")+"\t}\n"),
		"many/g.go": "package many\n\n" + mintImports + mint("G", "")}, "function F at line 11 has too many branches and was not looked at", []string{"missinguserid"}},
	{"long", tree{"long/l.go": "package long\n\n" + mintImports + mint("F", repeat(4000, "\tx += n*%d + x\n"))}, "", []string{"missinguserid"}},
	{"claims", tree{"claims/l.go": "package claims\n\n" + mintImports + "// F signs for Intercom.\nfunc F(id string) (string, error) {\n\tc := jwt.MapClaims{}\n" + repeat(150, "\tif len(id) > %d {\n\t\tc[\"k%d\"] = id[%d:]\n\t}\n") +
		"\tc[\"exp\"] = time.Now().Add(time.Hour).Unix()\n\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(os.Getenv(\"INTERCOM_JWT_SECRET\")))\n}\n"}, "", nil},
	{"deep", tree{"deep/d.go": "package deep\n\n" + mintImports + mint("F", "\tx = "+strings.Repeat("(", 3000)+"n"+strings.Repeat(" + 1)", 3000)+"\n"+
		strings.Repeat("\tif x > 0 {\n", 300)+"\tx++\n"+strings.Repeat("\t}\n", 300))}, "", []string{"missinguserid"}},
	{"concat", tree{"concat/c.go": "package concat\n\n" + mintImports + "var intercom = \"\"" + strings.Repeat(" + \"a\"", 5000) + "\n\n" + mint("F", "")}, "", []string{"missinguserid"}},
	{"literal", tree{"literal/l.go": "package literal\n\n" + mintImports + "// Intercom is large.\nvar Intercom = map[string]any{\n" + repeat(1000, "\t\"key%d\": []string{\"value%d\"},\n") + "}\n\n" + mint("F", "")}, "", []string{"missinguserid"}},
	{"calls", tree{"calls/c.go": "package calls\n\n" + mintImports + mint("f0", "") + repeat(100, "\n// g%d calls.\nfunc g%d(n int, s string) string { if n > 1 { return h%d(n, s) }; return s }\n\nfunc h%d(n int, s string) string { return g%d(n-1, s+h%d(n-2, s)) }\n") +
		"\n// F calls.\nfunc F(s string) (string, error) { return f0(1, g7(3, s)) }\n"}, "", []string{"missinguserid"}},
	{"text", tree{"text/n.go": "intercom \xff\xfe {{{ ))) `"}, "text/n.go", nil},
	{"newline", tree{"new/a\nb.go": "package newline\n\nconst IntercomSecret = \"" + secret + "\"\n"}, "cannot be loaded", nil},
}

type report struct {
	Findings   []struct{ Rule, Path string }
	Incomplete []struct{ Path, Reason string }
}

func parse(t *testing.T, r result) (out report) {
	t.Helper()
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil {
		t.Fatalf("%v\n%s\n%s", err, clip(r.stdout), clip(r.stderr))
	}
	return out
}

func (r report) rules(prefix string) (out []string) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Path, prefix) {
			out = append(out, f.Rule)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestHostileGo analyses them all in one run.
func TestHostileGo(t *testing.T) {
	dir := t.TempDir()
	all := tree{"sound/s.go": "package sound\n\n" + mintImports + mint("F", "")}.module(t)
	for _, h := range hostile {
		if only := os.Getenv("HOSTILE"); only != "" && only != h.name {
			continue
		}
		for name, text := range h.files {
			all[name] = text
		}
	}
	all.write(t, dir)
	r := lint(t, dir, "-format", "json", "-v")
	rep := parse(t, r)
	t.Logf("%s, %d MiB", r.took.Round(time.Millisecond), r.peak>>10)
	if r.peak > 2<<20 {
		t.Errorf("took %d MiB", r.peak>>10)
	}
	if r.code != 2 && os.Getenv("HOSTILE") == "" || !slices.Contains(rep.rules("sound/"), "missinguserid") {
		t.Errorf("exit code %d, want 2; in the sound package %v\n%s", r.code, rep.rules("sound/"), clip(r.stderr))
	}
	for _, h := range hostile {
		if only := os.Getenv("HOSTILE"); only != "" && only != h.name {
			continue
		}
		prefix := h.name[:3]
		said := ""
		for _, i := range rep.Incomplete {
			if strings.HasPrefix(i.Path, prefix) {
				said += i.Path + ": " + i.Reason + "\n"
			}
		}
		if h.incomplete == "" && said != "" || !strings.Contains(said, h.incomplete) {
			t.Errorf("%s: incomplete says %q, want %q", h.name, said, h.incomplete)
		}
		if got := rep.rules(prefix); h.rules != nil && !slices.Contains(got, h.rules[0]) {
			t.Errorf("%s: found %v, want %v", h.name, got, h.rules)
		}
	}
	for line := range strings.Lines(r.stderr) {
		if strings.Contains(line, " took ") {
			t.Log(strings.TrimSpace(line))
		}
	}
}

// TestHostileModule changes what surrounds a sound package.
func TestHostileModule(t *testing.T) {
	for _, c := range []struct {
		name string
		more tree
		env  []string
		code int
		said string
	}{
		{"another toolchain", tree{"go.mod": "module trust.test\n\ngo 1.99.0\n\ntoolchain go1.99.1\n"}, nil, 2, "needs a newer Go"},
		{"a toolchain line alone", tree{"go.mod": "module trust.test\n\ngo 1.26.0\n\ntoolchain go1.99.1\n"}, nil, 1, ""},
		{"a toolchain from the environment", nil, []string{"GOTOOLCHAIN=go1.99.1"}, 1, ""},
		{"GOFLAGS for modules", nil, []string{"GOFLAGS=-mod=mod -tags=x"}, 1, ""},
		{"GOFLAGS that run a program", nil, []string{"GOFLAGS=-toolexec=/bin/false"}, 2, "GOFLAGS"},
		{"GOFLAGS that mean nothing", nil, []string{"GOFLAGS=-nosuchflag"}, 2, "nosuchflag"},
		{"a driver of packages", nil, []string{"GOPACKAGESDRIVER=/bin/false"}, 1, ""},
		{"vendor that does not fit", tree{"go.mod": "module trust.test\n\ngo 1.26.0\n\nrequire example.com/x v1.0.0\n", "vendor/modules.txt": "# example.com/y v1.0.0\n## explicit\n"}, nil, 2, "vendor"},
		{"a replaced module that is not there", tree{"go.mod": "module trust.test\n\ngo 1.26.0\n\nrequire example.com/x v1.0.0\n\nreplace example.com/x => ../nowhere\n"}, nil, 1, ""},
		{"go.mod that does not parse", tree{"go.mod": "module trust.test\n\n((((\n"}, nil, 2, "go.mod"},
		{"go.work that does not parse", tree{"go.work": "use ((((\n"}, nil, 1, ""},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			dir := t.TempDir()
			small().write(t, dir)
			c.more.write(t, dir)
			r := program(t, dir, environ(c.env...), "", self(t), "-format", "json")
			if r.code != c.code || !strings.Contains(r.stderr, c.said) {
				t.Errorf("exit code %d, want %d and a word of %q\n%s", r.code, c.code, c.said, clip(r.stderr))
			}
			if rep := parse(t, r); len(rep.rules("b.env")) != 1 || c.code == 1 && len(rep.rules("a/")) != 1 {
				t.Errorf("findings: %v", rep.Findings)
			}
		})
	}
}

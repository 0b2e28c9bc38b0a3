package gotext

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// texts returns what Collect makes of the body of one function, with · for holes.
func texts(t *testing.T, body string) []string {
	t.Helper()
	src := "package p\nimport (\"bytes\"; \"fmt\"; \"io\"; \"strings\")\nvar _ = bytes.MinRead\nvar _ = fmt.Sprint\nvar _ = io.EOF\nvar _ = strings.Join\n" +
		"func other(any)\nfunc f(w io.Writer, id, jwt string, ok bool) any {\n" + body + "\nreturn nil}\n"
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: importer.Default(), Error: func(error) {}}
	pkg, _ := conf.Check("p", fset, []*ast.File{file}, info)
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
	var out []string
	for _, x := range Collect(pass, func(s string) bool { return strings.Contains(s, "@") }) {
		out = append(out, strings.ReplaceAll(x.Text, "\x00", "·"))
	}
	return out
}

func TestCollect(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"concat":   {`_ = "@" + id + "b"`, "@·b"},
		"format":   {`_ = fmt.Sprintf("@%q %[1]s%%", id)`, "@· ·%"},
		"inlined":  {`x := "b"; _ = fmt.Sprintf("@%s", x)`, "@b"},
		"builder":  {`var b strings.Builder; b.WriteString("@"); if ok { b.WriteString("x") } else { b.WriteByte('y') }; other(b.String())`, "@{{if ok}}x{{else}}·{{end}}"},
		"early":    {`if ok { io.WriteString(w, "@"); return nil }; io.WriteString(w, "x")`, "{{if ok}}@{{else}}x{{end}}"},
		"helper":   {`fmt.Fprint(w, "@"); other(w); fmt.Fprint(w, "x")`, "@·x"},
		"grown":    {`s := "@"; s += "x"; s = s + "y" + "z"; other(s)`, "@xyz"},
		"joined":   {`l := []string{"@", "x"}; if ok { l = append(l, "y") }; _ = strings.Join(l, ",")`, "@,x{{if ok}},y{{end}}"},
		"replaced": {`_ = strings.ReplaceAll("@ X X", "X", id)`, "@ · ·"},
		"loop":     {`for range 3 { fmt.Fprint(w, "@") }`, "{{range go1}}@{{end}}"},
		"switch":   {`switch { case ok: fmt.Fprint(w, "@"); default: fmt.Fprint(w, "x") }`, "{{if ok}}@{{else}}x{{end}}"},
		"set anew": {`s := "@"; if ok { s = "x" }; _ = "<" + s + ">"`, "@"},
	} {
		if got := strings.Join(texts(t, c.body), " | "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

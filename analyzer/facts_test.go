package analyzer_test

import (
	"bytes"
	"encoding/gob"
	"go/ast"
	"go/token"
	"os"
	"strconv"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
)

// Bounds of facts: hosts keep them in caches and send them between machines.
const (
	maxFactBytes    = 24 << 10  // of one object
	maxPackageBytes = 128 << 10 // of all objects of a package
)

// TestFactsAreSmallAndHoldNoSecret runs the model over the corpus and looks at
// every fact as drivers store it.
func TestFactsAreSmallAndHoldNoSecret(t *testing.T) {
	pkgs, graph := factGraph(t)
	secrets := secretLiterals(pkgs)
	if len(secrets) < 20 {
		t.Fatalf("only %d literals of the shape of a secret in the corpus; the test looks at nothing", len(secrets))
	}
	total := map[string]int{}
	seen := 0
	for act := range graph.All() {
		if act.Analyzer.Name != model.Name || !act.IsRoot && act.Package == nil {
			continue
		}
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() != act.Package.Types {
				continue
			}
			seen++
			data := encode(t, f)
			total[act.Package.PkgPath] += len(data)
			if len(data) > maxFactBytes {
				t.Errorf("fact of %s has %d bytes, more than %d", f.Object, len(data), maxFactBytes)
			}
			for _, s := range secrets {
				if bytes.Contains(data, []byte(s)) {
					t.Errorf("fact of %s holds the text of a secret", f.Object)
				}
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d facts were seen", seen)
	}
	for pkg, n := range total {
		if n > maxPackageBytes {
			t.Errorf("facts of %s have %d bytes, more than %d", pkg, n, maxPackageBytes)
		}
	}
}

func factGraph(t *testing.T) ([]*packages.Package, *checker.Graph) {
	t.Helper()
	cfg := &packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: testdata(t),
		Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod"),
	}
	pkgs, err := packages.Load(cfg, "./src/...", "helper.test/...")
	if err != nil {
		t.Fatal(err)
	}
	suite, err := analyzer.New(analyzer.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(suite.Analyzers(), pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs, graph
}

// encode writes a fact as unitchecker does, twice: the bytes must be the same.
func encode(t *testing.T, f analysis.ObjectFact) []byte {
	t.Helper()
	var a, b bytes.Buffer
	if err := gob.NewEncoder(&a).Encode(f.Fact); err != nil {
		t.Fatalf("fact of %s: %v", f.Object, err)
	}
	if err := gob.NewEncoder(&b).Encode(f.Fact); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("fact of %s is not the same twice", f.Object)
	}
	return a.Bytes()
}

// secretLiterals collects the literals of the corpus that look like a secret.
func secretLiterals(pkgs []*packages.Package) []string {
	var out []string
	for _, p := range pkgs {
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil && messenger.Shape(s) == messenger.SecretShape {
						out = append(out, s)
					}
				}
				return true
			})
		}
	}
	return out
}

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
)

// thresholds are ratios against a plain operation of the same process, so that
// they hold on any machine, and exact counts.
type thresholds struct {
	NeedleOverLoop           float64 // search of the pre-filter over a loop over the bytes
	ModelOverInspect         float64 // model on packages without a needle over one ast.Inspect of them
	AllocationsWithoutNeedle float64 // of the model, on one package without a needle
	TwiceThePackages         float64 // allocations of all rules on 20 packages with a mint over 10
	SSAWithoutNeedle         int     // SSA forms built
	SSAWithMints             int
}

// quiet are packages without a needle, large enough to be measured.
var quiet = []string{"golang.org/x/tools/go/packages", "golang.org/x/tools/go/ssa", "golang.org/x/tools/go/analysis/unitchecker"}

// guard holds the linter against thresholds.json, all in this process.
func guard([]string) error {
	data, err := os.ReadFile("thresholds.json")
	if err != nil {
		return err
	}
	var limit thresholds
	if err := json.Unmarshal(data, &limit); err != nil {
		return err
	}
	g := &guarding{}
	g.needle(limit)
	if err := g.quietPackages(limit); err != nil {
		return err
	}
	if err := g.mints(limit); err != nil {
		return err
	}
	if g.failed {
		return errors.New("a threshold of thresholds.json is passed")
	}
	return nil
}

type guarding struct{ failed bool }

func (g *guarding) most(what string, got, limit float64) {
	verdict := "ok"
	if got > limit {
		verdict, g.failed = "TOO MUCH", true
	}
	fmt.Printf("%-52s %8.2f, at most %.2f  %s\n", what, got, limit, verdict)
}

func (g *guarding) exactly(what string, got, want int) {
	verdict := "ok"
	if got != want {
		verdict, g.failed = "WRONG", true
	}
	fmt.Printf("%-52s %8d, exactly %d  %s\n", what, got, want, verdict)
}

// best is the fastest of some runs: other work on the machine only slows down.
func best(f func()) float64 {
	least := time.Duration(1 << 62)
	for range 15 {
		runtime.GC() // so that no run pays for the one before
		start := time.Now()
		f()
		least = min(least, time.Since(start))
	}
	return float64(least)
}

// needle compares the search for the words with a loop over the bytes.
func (g *guarding) needle(limit thresholds) {
	text := bytes.Repeat([]byte("func compare(left, right string) (int, error) { return strings.Compare(left, right), nil }\n"), 40_000)
	found, zeros := false, 0
	base := best(func() {
		for _, c := range text {
			if c == 0 {
				zeros++
			}
		}
	})
	ours := best(func() { found = messenger.Needle(text) })
	if found || zeros > 0 {
		panic("the text holds no needle")
	}
	g.most("needle search over a loop over the bytes", ours/base, limit.NeedleOverLoop)
}

// quietPackages measures the model where there is nothing to find.
func (g *guarding) quietPackages(limit thresholds) error {
	pkgs, err := loaded(".", quiet...)
	if err != nil {
		return err
	}
	base := best(func() {
		for _, p := range pkgs {
			for _, f := range p.Syntax {
				ast.Inspect(f, func(ast.Node) bool { return true })
			}
		}
	})
	built := 0
	// Facts are switched off: helpers of other packages are summed up for those
	// who call them, which is no cost of the package itself.
	run := func() {
		for _, p := range pkgs {
			if res := modelOf(p); res.Built() {
				built++
			}
		}
	}
	g.most("model over ast.Inspect, no needle", best(run)/base, limit.ModelOverInspect)
	g.most("allocations of the model a package, no needle", testing.AllocsPerRun(5, run)/float64(len(pkgs)), limit.AllocationsWithoutNeedle)
	g.exactly("SSA forms, no needle", built, limit.SSAWithoutNeedle)
	return nil
}

// modelOf runs the model alone, as a driver would.
func modelOf(p *packages.Package) *model.Result {
	opts := analyzer.DefaultOptions()
	opts.NoFacts = true
	m := model.New(&opts)
	res, err := m.Run(&analysis.Pass{
		Analyzer: m.Analyzer, Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, TypesInfo: p.TypesInfo, TypesSizes: p.TypesSizes,
		Module: &analysis.Module{Path: p.Module.Path}, Report: func(analysis.Diagnostic) {}, ReadFile: os.ReadFile,
	})
	if err != nil {
		panic(err)
	}
	return res.(*model.Result)
}

// mints measures all rules on generated packages that hold a mint each.
func (g *guarding) mints(limit thresholds) error {
	tmp, err := os.MkdirTemp("", "messengerlint-guard")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	allocated := map[int]float64{}
	for _, n := range []int{10, 20} {
		dir := filepath.Join(tmp, fmt.Sprint(n))
		if err := generate(dir, n); err != nil {
			return err
		}
		pkgs, err := loaded(dir, "./...")
		if err != nil {
			return err
		}
		built := 0
		allocated[n] = testing.AllocsPerRun(3, func() { built = analyze(pkgs) })
		if n == 20 {
			g.exactly("SSA forms of 20 packages with a mint", built, limit.SSAWithMints)
		}
	}
	g.most("allocations of all rules, 20 packages over 10", allocated[20]/allocated[10], limit.TwiceThePackages)
	return nil
}

// analyze runs all rules and counts the SSA forms.
func analyze(pkgs []*packages.Package) int {
	suite, err := analyzer.New(analyzer.DefaultOptions())
	if err != nil {
		panic(err)
	}
	// The model is asked for too: results of what is only required are dropped.
	rules := suite.Analyzers()
	graph, err := checker.Analyze(append(rules, rules[0].Requires[0]), pkgs, &checker.Options{Sequential: true})
	if err != nil {
		panic(err)
	}
	built := 0
	for act := range graph.All() {
		if res, ok := act.Result.(*model.Result); ok && res.Built() {
			built++
		}
	}
	return built
}

func loaded(dir string, patterns ...string) ([]*packages.Package, error) {
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off")}
	pkgs, err := packages.Load(cfg, patterns...)
	if err == nil && packages.PrintErrors(pkgs) > 0 {
		err = errors.New("packages with errors")
	}
	return pkgs, err
}

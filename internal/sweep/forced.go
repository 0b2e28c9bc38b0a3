package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// report is what a run tells; the command's JSON has the same names.
type report struct {
	Findings   []row                           `json:"findings"`
	Incomplete []struct{ Path, Reason string } `json:"incomplete"`
	Packages   int                             `json:"packages"`
	Mints      int                             `json:"mints"`
}

type row struct {
	Rule        string `json:"rule"`
	Confidence  string `json:"confidence"`
	Path        string `json:"path"`
	Line        int    `json:"line"`
	Message     string `json:"message"`
	Fingerprint string `json:"fingerprint"`
}

// forced analyses packages with all gates forced open and prints a report.
func forced(patterns []string) int {
	// Dependencies are type-checked from source, without their bodies: that takes
	// a part of the time of a build.
	cfg := &packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule}
	rep := report{}
	incomplete := func(path, reason string) {
		rep.Incomplete = append(rep.Incomplete, struct{ Path, Reason string }{path, reason})
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil { // the module does not load as a dependency
		incomplete(patterns[0], err.Error())
	}
	bad := map[*packages.Package]bool{}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		bad[p] = len(p.Errors) > 0 || p.IllTyped
		if !slices.Contains(pkgs, p) {
			p.Syntax = nil // a dependency: nothing to analyse
		}
	})
	sound := slices.DeleteFunc(slices.Clone(pkgs), func(p *packages.Package) bool { return bad[p] })
	for _, p := range pkgs {
		if bad[p] && len(p.GoFiles) > 0 {
			reason := "a package that it imports does not type-check"
			if len(p.Errors) > 0 {
				reason = fmt.Sprint(p.Errors)
			}
			incomplete(p.PkgPath, reason)
		}
	}
	for _, p := range sound {
		for path, dep := range p.Imports {
			if bad[dep] {
				delete(p.Imports, path)
			}
		}
	}
	opts := analyzer.DefaultOptions()
	opts.ForceGates = true
	suite, err := analyzer.New(opts)
	if err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		return 2
	}
	graph, err := checker.Analyze(withModel(suite.Analyzers()), sound, nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		return 2
	}
	var found []finding.Finding
	for _, act := range graph.Roots {
		if act.Err != nil && !strings.HasPrefix(act.Err.Error(), "failed prerequisites") {
			incomplete(act.Package.PkgPath, act.Err.Error())
			continue
		}
		switch res := act.Result.(type) {
		case *rule.Result:
			found = append(found, res.Findings...)
		case *model.Result:
			rep.Packages++
			rep.Mints += res.MintCount()
		}
	}
	rep.Findings = rows(finding.SortUnique(found))
	if err := json.NewEncoder(os.Stdout).Encode(rep); err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		return 2
	}
	return 0
}

// withModel makes the model a root too, so that its result is kept.
func withModel(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	for _, a := range analyzers {
		for _, req := range a.Requires {
			if req.Name == model.Name && !slices.Contains(analyzers, req) {
				return append(slices.Clone(analyzers), req)
			}
		}
	}
	return analyzers
}

// rows writes places relative to the module, whose folder has its version.
func rows(found []finding.Finding) (out []row) {
	for _, f := range found {
		path := filepath.ToSlash(f.Path)
		if _, after, ok := strings.Cut(path, "/mod/"); ok {
			path = after
		}
		out = append(out, row{f.Rule, f.Confidence.String(), path, f.Line, f.Message, f.Fingerprint})
	}
	return out
}

// Package vet speaks the protocol of the go command for vet tools. Two binaries
// use it: the command, and messengervet, which links nothing else and so starts
// in a fraction of the time; the go command starts a vet tool once a package.
package vet

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// Protocol says whether the go command (or a build system that speaks its
// protocol) runs this binary as a vet tool.
func Protocol(args []string) bool {
	for _, a := range args {
		switch a {
		case "-V=full", "--V=full", "-flags", "--flags":
			return true
		}
	}
	return len(args) > 0 && unitConfig(args[len(args)-1])
}

// unitConfig tells the description of one vet unit from any other file that ends
// in .cfg, such as an INI file to be checked.
func unitConfig(name string) bool {
	if !strings.HasSuffix(name, ".cfg") {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 1<<20))
	return err == nil && bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) && bytes.Contains(head, []byte(`"ImportPath"`))
}

// Main answers the go command. It returns only for -V=full and on errors.
func Main(args []string) int {
	for _, a := range args {
		if strings.TrimLeft(a, "-") == "V=full" {
			return version()
		}
	}
	opts := analyzer.DefaultOptions()
	suite, err := analyzer.New(opts)
	if err != nil {
		fmt.Fprintln(os.Stderr, "messengerlint:", err)
		return 2
	}
	// Settings that go vet hands on, as in go vet -max-lifetime=1h. The suite's own
	// copy is what the analyzers read; unitchecker parses the flags before it runs
	// them.
	model.Flags(flag.CommandLine, &suite.Options)
	analyzers := suite.Analyzers()
	keepFailures(analyzers)
	unitchecker.Main(analyzers...)
	return 2
}

// keepFailures turns an internal error of a rule or of the model into a finding
// at the package clause. The go command would show it once: it keeps a unit with
// an error in its cache as one without findings, and passes from then on.
func keepFailures(rules []*analysis.Analyzer) {
	var failure atomic.Pointer[error] // of the model; a process looks at one package
	wrapped := map[*analysis.Analyzer]bool{}
	for _, a := range rules {
		for _, m := range a.Requires {
			if m.Name != model.Name || wrapped[m] {
				continue
			}
			wrapped[m] = true
			look := m.Run
			m.Run = func(pass *analysis.Pass) (any, error) {
				res, err := look(pass)
				if err != nil {
					failure.Store(&err)
					return new(model.Result), nil
				}
				return res, nil
			}
		}
		judge := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) {
			if err := failure.Swap(nil); err != nil {
				reportFailure(pass, *err)
			}
			res, err := judge(pass)
			if err != nil {
				reportFailure(pass, err)
				return &rule.Result{Rule: a.Name}, nil
			}
			return res, nil
		}
	}
}

func reportFailure(pass *analysis.Pass, err error) {
	if len(pass.Files) > 0 {
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: "this package could not be analysed: " + err.Error()})
	}
}

// version prints the line that go vet puts into its cache keys. It names the
// content of this binary, so that a rebuilt tool is never served old results.
func version() int {
	exe, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, "messengerlint:", err)
		return 2
	}
	f, err := os.Open(exe)
	if err != nil {
		fmt.Fprintln(os.Stderr, "messengerlint:", err)
		return 2
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		fmt.Fprintln(os.Stderr, "messengerlint:", err)
		return 2
	}
	fmt.Printf("%s version devel comments-go-here buildID=%x\n", filepath.Base(os.Args[0]), h.Sum(nil))
	return 0
}

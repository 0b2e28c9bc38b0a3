// Package plugin makes messengerlint a linter of golangci-lint: the rules as one
// module plugin of the name "messengerlint".
//
// Name this package in the import of a .custom-gcl.yml, build with
// "golangci-lint custom", and enable messengerlint in .golangci.yml; see
// docs/hosts.md. It stays free of everything but the analysis: whatever it
// requires is built into its users' golangci-lint.
package plugin

import (
	"runtime/debug"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/analyzer"
)

// Name is the name of the linter in .golangci.yml and in nolint comments.
const Name = "messengerlint"

func init() { register.Plugin(Name, New) }

// New makes the linter from the settings of .golangci.yml. An unknown or
// impossible setting is an error that names it.
func New(conf any) (register.LinterPlugin, error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		if err := checkHost(info); err != nil {
			return nil, err
		}
	}
	settings, err := decode(conf)
	if err != nil {
		return nil, err
	}
	opts, err := settings.options()
	if err != nil {
		return nil, err
	}
	suite, err := analyzer.New(opts)
	if err != nil {
		return nil, err
	}
	return linter{suite}, nil
}

type linter struct{ suite *analyzer.Suite }

// BuildAnalyzers implements register.LinterPlugin.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) { return l.suite.Analyzers(), nil }

// GetLoadMode implements register.LinterPlugin.
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }

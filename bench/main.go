// Command bench measures what messengerlint costs beside other commands: all
// run in turn, on the same files, in one go. Absolute times say little on a
// shared machine; ratios of medians hold.
//
//	go run . MODE [ARG …]     measure and keep the result in results.json
//	go run . table            print results.json as Markdown and draw benchmarks.svg
//	go run . guard            check the thresholds of thresholds.json, in this process
//	go run . noneedle DIR     any tree without a needle, against grep
//	go run . loaded DIR       any tree with one, against loading the kept packages
//	go run . peer DIR CMD ARG…  any tree, against any command
//
// The modes are listed by "go run .". The command is built from the checkout,
// the peers from the module proxy.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// warmup is how often a command runs before it is measured.
const warmup = 1

// mode is one thing that is measured.
type mode struct {
	name, about string
	run         func(b *bench, args []string) error
}

func modes() []mode {
	return []mode{
		{"start", "start-up: -version against an empty Go program", (*bench).start},
		{"trees", "no needle: kubernetes and caddy against grep and gitleaks", (*bench).trees},
		{"peers", "no needle: caddy against gosec, govet and staticcheck in golangci-lint, and staticcheck", (*bench).peers},
		{"planted", "one mint planted in caddy, prometheus …, against loading that package", (*bench).planted},
		{"worst", "250, 500, 1000 packages with a mint each, against go vet with one SSA analyzer", (*bench).worst},
		{"plugin", "golangci-lint with govet and staticcheck, with and without the plugin", (*bench).plugin},
		{"vettool", "go vet with the command against a vet tool with one empty fact analyzer", (*bench).vettool},
		{"bundle", "a minified bundle of 20 MB with the key deep inside", (*bench).bundle},
		{"hook", "pre-commit: one staged Go file, without and with a needle", (*bench).hook},
		{"again", "second run on an unchanged tree, against reading the status of its files", (*bench).again},
		{"noneedle", "DIR: against grep -rIil intercom", (*bench).noneedle},
		{"loaded", "DIR: against loading the kept packages", (*bench).loaded},
		{"peer", "DIR COMMAND ARG…: against any command", (*bench).peer},
	}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func usage() error {
	var b strings.Builder
	b.WriteString("usage: bench MODE [ARG …] | table | guard\n")
	for _, m := range modes() {
		fmt.Fprintf(&b, "  %-9s %s\n", m.name, m.about)
	}
	return fmt.Errorf("%s", b.String())
}

func run(args []string) error {
	if len(args) == 0 {
		return usage()
	}
	switch args[0] {
	case "load": // the baseline of "loaded", as a process of its own
		if len(args) < 3 {
			return usage()
		}
		return load(args[1], args[2:])
	case "stat": // the baseline of "again"
		if len(args) < 2 {
			return usage()
		}
		return statTree(args[1])
	case "table":
		return table()
	case "guard":
		return guard(args[1:])
	}
	all := modes()
	i := slices.IndexFunc(all, func(m mode) bool { return m.name == args[0] })
	if i < 0 {
		return usage()
	}
	b, err := newBench("go run . " + strings.Join(args, " "))
	if err != nil {
		return err
	}
	defer b.close()
	return all[i].run(b, args[1:])
}

// Command files measures what the files that are not Go cost, as ratios against
// gitleaks and grep on the same tree. It makes its own trees, or takes one that
// names the Messenger nowhere.
//
//	go run ./files            trees full of needles, against gitleaks with our rules
//	go run ./files DIR        a tree without a needle, against gitleaks and grep
//
// Both commands are built from the versions that this checkout uses.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

const runs = 5

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "files:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	root, err := filepath.Abs("..")
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "messengerlint-files")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	lint, leaks := filepath.Join(scratch, "messengerlint"), filepath.Join(scratch, "gitleaks")
	for bin, pkg := range map[string]string{lint: ".", leaks: "github.com/zricethezav/gitleaks/v8"} {
		c := exec.Command("go", "build", "-o", bin, pkg)
		c.Dir = filepath.Join(root, "cmd", "messengerlint")
		c.Env = append(os.Environ(), "GOWORK=") // the sums of gitleaks' own command are in go.work.sum
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w\n%s", pkg, err, out)
		}
	}
	quiet := []string{leaks, "dir", ".", "--no-banner", "--exit-code", "0", "--log-level", "error"}
	if len(args) > 0 {
		ours := command{"messengerlint", args[0], []string{lint, "./..."}}
		if err := compare(ours, command{"gitleaks dir", args[0], quiet}); err != nil {
			return err
		}
		return compare(ours, command{"grep -rIil", args[0], []string{"grep", "-rIil", "intercom", "."}})
	}
	rules := append(slices.Clone(quiet), "--config", filepath.Join(root, "gitleaks.toml"))
	for _, t := range []struct {
		name  string
		files []file
	}{
		{"settings alone (secrets)", settings},
		{"settings, pages, scripts and apps (structure)", slices.Concat(settings, programs)},
	} {
		dir := filepath.Join(scratch, t.name[:8], fmt.Sprint(len(t.files)))
		if err := plant(dir, t.files); err != nil {
			return err
		}
		fmt.Println(t.name)
		if err := compare(command{"messengerlint", dir, []string{lint, "./..."}}, command{"gitleaks, our rules", dir, rules}); err != nil {
			return err
		}
	}
	return nil
}

// command is one side of a comparison.
type command struct {
	name, dir string
	argv      []string
}

// compare runs both in turn and prints the medians and their ratio.
func compare(a, b command) error {
	var cpu, wall [2][]time.Duration
	for i := range runs + 1 {
		for k, c := range []command{a, b} {
			cmd := exec.Command(c.argv[0], c.argv[1:]...)
			cmd.Dir, cmd.Stdout, cmd.Stderr = c.dir, io.Discard, io.Discard
			start := time.Now()
			err := cmd.Run()
			if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			if i > 0 { // the first one warms up
				cpu[k] = append(cpu[k], cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
				wall[k] = append(wall[k], time.Since(start))
			}
		}
	}
	for k, c := range []command{a, b} {
		fmt.Printf("  %-20s cpu %9s  wall %9s\n", c.name, median(cpu[k]).Round(time.Millisecond), median(wall[k]).Round(time.Millisecond))
	}
	fmt.Printf("  ratio: cpu %.2f, wall %.2f\n", ratio(cpu), ratio(wall))
	return nil
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

func ratio(d [2][]time.Duration) float64 { return float64(median(d[0])) / float64(median(d[1])) }

// Command bench measures what messengerlint costs, as ratios against a second
// command that is run in turn with it on the same files. Absolute times say
// little on a shared machine; ratios of medians hold.
//
//	go run . noneedle DIR      against grep -rIil intercom
//	go run . loaded DIR        against loading the kept packages and nothing else
//	go run . peer DIR CMD ARG… against any other command
//
// The binary is built from the checkout by the command itself.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	runs   = 7
	warmup = 1
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

var errUsage = errors.New("usage: bench noneedle|loaded DIR, bench peer DIR COMMAND [ARG …], bench load DIR PACKAGE …")

func run(args []string) error {
	if len(args) < 2 {
		return errUsage
	}
	dir, err := filepath.Abs(args[1])
	if err != nil {
		return err
	}
	if args[0] == "load" { // the baseline of "loaded", as a process of its own
		return load(dir, args[2:])
	}
	bin, clean, err := build()
	if err != nil {
		return err
	}
	defer clean()
	ours := command{"messengerlint", dir, []string{bin, "./..."}}
	switch args[0] {
	case "noneedle":
		return compare(ours, command{"grep -rIil", dir, []string{"grep", "-rIil", "intercom", "."}})
	case "loaded":
		kept, err := keptPackages(bin, dir)
		if err != nil {
			return err
		}
		self, err := os.Executable()
		if err != nil {
			return err
		}
		return compare(ours, command{"load kept packages", dir, append([]string{self, "load", dir}, kept...)})
	case "peer":
		if len(args) < 3 {
			return errUsage
		}
		return compare(ours, command{args[2], dir, args[2:]})
	}
	return errUsage
}

// build compiles the command of this checkout into a scratch folder.
func build() (bin string, clean func(), err error) {
	tmp, err := os.MkdirTemp("", "messengerlint-bench")
	if err != nil {
		return "", nil, err
	}
	clean = func() { _ = os.RemoveAll(tmp) }
	bin = filepath.Join(tmp, "messengerlint")
	c := exec.Command("go", "build", "-o", bin, ".")
	c.Dir = filepath.Join("..", "cmd", "messengerlint")
	if out, err := c.CombinedOutput(); err != nil {
		clean()
		return "", nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, clean, nil
}

// keptPackages asks the command which packages it loads.
func keptPackages(bin, dir string) ([]string, error) {
	c := exec.Command(bin, "-v", "./...")
	c.Dir = dir
	out, _ := c.CombinedOutput() // findings make it exit 1
	for line := range strings.Lines(string(out)) {
		if _, list, ok := strings.Cut(line, ": kept "); ok && !strings.Contains(list, " packages, and ") {
			return strings.Fields(list), nil
		}
	}
	return nil, fmt.Errorf("messengerlint -v in %s names no kept packages; is there a needle?", dir)
}

// command is one side of a comparison.
type command struct {
	name string
	dir  string
	argv []string
}

// sample is what one run took.
type sample struct {
	cpu, wall time.Duration
	peakKiB   int64
}

// compare runs both commands in turn and prints medians and their ratios.
func compare(a, b command) error {
	var as, bs []sample
	for i := range runs + warmup {
		x, err := measure(a)
		if err != nil {
			return err
		}
		y, err := measure(b)
		if err != nil {
			return err
		}
		if i >= warmup {
			as, bs = append(as, x), append(bs, y)
		}
	}
	fmt.Printf("%d runs in turn, medians (minimum-maximum)\n", runs)
	print(a.name, as)
	print(b.name, bs)
	fmt.Printf("ratio: cpu %.2f, wall %.2f\n",
		float64(median(as, cpu))/float64(median(bs, cpu)), float64(median(as, wall))/float64(median(bs, wall)))
	return nil
}

func measure(c command) (sample, error) {
	cmd := exec.Command(c.argv[0], c.argv[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = c.dir, io.Discard, io.Discard
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return sample{}, fmt.Errorf("%s: %w", c.name, err)
	}
	st := cmd.ProcessState
	return sample{st.UserTime() + st.SystemTime(), took, peak(st)}, nil
}

func cpu(s sample) time.Duration  { return s.cpu }
func wall(s sample) time.Duration { return s.wall }

func median(s []sample, of func(sample) time.Duration) time.Duration {
	d := make([]time.Duration, len(s))
	for i, x := range s {
		d[i] = of(x)
	}
	slices.Sort(d)
	return d[len(d)/2]
}

func print(name string, s []sample) {
	var mem int64
	for _, x := range s {
		mem = max(mem, x.peakKiB)
	}
	lo, hi := s[0].wall, s[0].wall
	for _, x := range s {
		lo, hi = min(lo, x.wall), max(hi, x.wall)
	}
	fmt.Printf("%-22s cpu %8s  wall %8s (%s-%s)  peak %d MiB\n", name,
		median(s, cpu).Round(time.Millisecond), median(s, wall).Round(time.Millisecond),
		lo.Round(time.Millisecond), hi.Round(time.Millisecond), mem/1024)
}

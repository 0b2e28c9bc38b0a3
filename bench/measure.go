package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"time"
)

// command is one side of a comparison.
type command struct {
	name string
	dir  string
	env  []string // beside the environment
	argv []string
	// before runs outside the clock, ahead of every run: it empties a cache or
	// makes the command itself.
	before func(c *command) error
}

// sample is what one run took, with all processes it started.
type sample struct {
	cpu, wall time.Duration
	peakKiB   int64
}

// compare runs the commands in turn and returns what each took, after one
// warm-up each, unless there is one run only. Taking turns spreads the load of other work over all of them.
func compare(runs int, commands ...command) ([][]sample, error) {
	out := make([][]sample, len(commands))
	warmup := warmup
	if runs == 1 {
		warmup = 0
	}
	for i := range runs + warmup {
		for n := range commands {
			s, err := measure(commands[n])
			if err != nil {
				return nil, err
			}
			if i >= warmup {
				out[n] = append(out[n], s)
			}
		}
	}
	return out, nil
}

// longest ends a run that hangs.
const longest = 15 * time.Minute

func measure(c command) (sample, error) {
	if c.before != nil {
		if err := c.before(&c); err != nil {
			return sample{}, fmt.Errorf("%s: %w", c.name, err)
		}
	}
	ctx, stop := context.WithTimeout(context.Background(), longest)
	defer stop()
	cmd := exec.CommandContext(ctx, c.argv[0], c.argv[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = c.dir, io.Discard, io.Discard
	cmd.Env = append(append(os.Environ(), "GOWORK=off", "GOTOOLCHAIN=local"), c.env...)
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || ctx.Err() != nil) {
		return sample{}, fmt.Errorf("%s: %w", c.name, err)
	}
	st := cmd.ProcessState
	return sample{st.UserTime() + st.SystemTime(), took, peak(st)}, nil
}

// row is one line of the table: medians with their spread.
type row struct {
	Case, Tool       string
	CPU, Wall        spread // milliseconds
	PeakMiB          int64
	Runs             int
	Against          float64 // CPU of the first row of the case over CPU of this one
	Files, Goal      string  `json:",omitempty"`
	Machine, Command string  `json:",omitempty"`
}

type spread struct{ Low, Median, High float64 }

func spreadOf(s []sample, of func(sample) time.Duration) spread {
	d := make([]float64, len(s))
	for i, x := range s {
		d[i] = float64(of(x).Microseconds()) / 1000
	}
	slices.Sort(d)
	return spread{d[0], d[len(d)/2], d[len(d)-1]}
}

func cpu(s sample) time.Duration  { return s.cpu }
func wall(s sample) time.Duration { return s.wall }

// rows turns samples into lines of the table. The first command is ours; the
// ratio of every other line is ours over that line.
func rows(title, goal string, commands []command, samples [][]sample) []row {
	var out []row
	for i, c := range commands {
		r := row{Case: title, Tool: c.name, CPU: spreadOf(samples[i], cpu), Wall: spreadOf(samples[i], wall), Runs: len(samples[i])}
		for _, s := range samples[i] {
			r.PeakMiB = max(r.PeakMiB, s.peakKiB/1024)
		}
		if i == 0 {
			r.Goal = goal
		} else if r.CPU.Median > 0 {
			r.Against = out[0].CPU.Median / r.CPU.Median
		}
		out = append(out, r)
	}
	return out
}

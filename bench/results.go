package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// resultsFile holds what was measured last, a list of cases in their order.
const resultsFile = "results.json"

// report measures, prints and keeps a case.
func (b *bench) report(title, goal string, runs int, commands ...command) error {
	samples, err := compare(runs, commands...)
	if err != nil {
		return err
	}
	measured := rows(title, goal, commands, samples)
	measured[0].Machine, measured[0].Command = machine(), b.line
	printRows(measured)
	all, err := readResults()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(r row) bool { return r.Case == title })
	all = slices.DeleteFunc(all, func(r row) bool { return r.Case == title })
	if at < 0 {
		at = len(all)
	}
	return writeResults(slices.Insert(all, at, measured...))
}

// show measures and prints a case without keeping it.
func (b *bench) show(title string, runs int, commands ...command) error {
	samples, err := compare(runs, commands...)
	if err != nil {
		return err
	}
	printRows(rows(title, "", commands, samples))
	return nil
}

func readResults() ([]row, error) {
	data, err := os.ReadFile(resultsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []row
	return all, json.Unmarshal(data, &all)
}

func writeResults(all []row) error {
	data, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(resultsFile, append(data, '\n'), 0o644)
}

func printRows(all []row) {
	for _, r := range all {
		fmt.Printf("%-44s %-44s cpu %s  wall %s  peak %d MiB", r.Case, r.Tool, r.CPU, r.Wall, r.PeakMiB)
		if r.Against > 0 {
			fmt.Printf("  messengerlint/this: cpu %s", ratio(r.Against))
		}
		fmt.Println()
	}
}

func (s spread) String() string {
	return fmt.Sprintf("%s (%s to %s)", milliseconds(s.Median), milliseconds(s.Low), milliseconds(s.High))
}

func milliseconds(ms float64) string {
	switch {
	case ms >= 10_000:
		return fmt.Sprintf("%.0f s", ms/1000)
	case ms >= 1000:
		return fmt.Sprintf("%.1f s", ms/1000)
	}
	return fmt.Sprintf("%.0f ms", ms)
}

func ratio(x float64) string {
	switch {
	case x < 0.1:
		return fmt.Sprintf("1/%.0f", 1/x)
	case x < 0.9 || x > 1.1:
		return fmt.Sprintf("%.2f", x)
	}
	return fmt.Sprintf("%.3f", x)
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// table prints the kept results as Markdown and draws the plot beside the page.
func table() error {
	all, err := readResults()
	if err != nil {
		return err
	}
	fmt.Println("| what | command | CPU, median (spread) | wall, median (spread) | peak | CPU of messengerlint over it |")
	fmt.Println("|---|---|---|---|---|---|")
	last := ""
	for _, r := range all {
		title := r.Case
		if title == last {
			title = ""
		}
		last = r.Case
		against := ""
		if r.Against > 0 {
			against = ratio(r.Against)
		}
		fmt.Printf("| %s | %s | %s | %s | %d MiB | %s |\n", title, r.Tool, r.CPU, r.Wall, r.PeakMiB, against)
	}
	return os.WriteFile(filepath.Join("..", "docs", "benchmarks.svg"), plot(all), 0o644)
}

package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	manifest = "labels.csv"
	settings = "cases.json" // what the runner has to know of cases
)

// cases tells how the cases are run.
type cases struct {
	Names []string            `json:"names"` // those that are not Go
	Flags map[string][]string `json:"flags"` // of messengerlint
}

// labelText is a label in a file, which no tool shall read.
func (c *corpus) labelText() *regexp.Regexp {
	return regexp.MustCompile(`(?m)\b(?:want|miss) (?:` + strings.Join(c.rules, "|") + `)\b[^\n]*?(-->|\*/|$)`)
}

// copy writes the corpus into an empty folder: files without their labels, at
// the same lines, and the manifest.
func (c *corpus) copy(dir string) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty", dir)
	}
	text := c.labelText()
	for file, from := range c.files {
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if c.labelled(file) {
			data = text.ReplaceAll(data, []byte("$1"))
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return err
		}
	}
	var all cases
	all.Flags = c.flags
	for _, t := range trees {
		names, err := filepath.Glob(filepath.Join(dir, t.to, t.glob))
		if err != nil {
			return err
		}
		for _, full := range names {
			name, err := filepath.Rel(dir, full)
			if err != nil {
				return err
			}
			name = filepath.ToSlash(name)
			all.Names = append(all.Names, name)
			if c.git[name] {
				if out, err := exec.Command("git", "-C", full, "init", "-q").CombinedOutput(); err != nil {
					return fmt.Errorf("git init: %w: %s", err, out)
				}
			}
		}
	}
	data, err := json.MarshalIndent(all, "", "\t")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, settings), data, 0o644)
	}
	if err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(dir, manifest))
	if err != nil {
		return err
	}
	defer f.Close()
	return c.write(f)
}

func (c *corpus) labelled(file string) bool {
	return slices.ContainsFunc(c.labels, func(l label) bool { return l.File == file })
}

// readCopy reads what copy has written.
func readCopy(dir string) (labels []label, all cases, err error) {
	text, err := os.ReadFile(filepath.Join(dir, settings))
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		return nil, all, err
	}
	f, err := os.Open(filepath.Join(dir, manifest))
	if err != nil {
		return nil, all, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, all, err
	}
	for _, row := range rows[1:] {
		line, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, all, fmt.Errorf("%s: %w", manifest, err)
		}
		labels = append(labels, label{Case: row[0], File: row[1], Line: line, Rule: row[3], Missed: row[4] == "true"})
	}
	return labels, all, nil
}

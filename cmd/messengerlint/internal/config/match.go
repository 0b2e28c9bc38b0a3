package config

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Excluded returns the entry that takes a finding of a rule out, or nil. The
// path of the file is absolute; an empty rule asks for entries without rules.
func (c *Config) Excluded(file, rule string) *Exclude {
	if c == nil || len(c.Exclude) == 0 {
		return nil
	}
	rel, err := filepath.Rel(c.Dir(), file)
	if err != nil || !filepath.IsLocal(rel) {
		return nil
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	for i := range c.Exclude {
		x := &c.Exclude[i]
		if (len(x.Rules) == 0 || slices.Contains(x.Rules, rule)) && match(strings.Split(strings.TrimSuffix(x.Path, "/"), "/"), parts) {
			return x
		}
	}
	return nil
}

// match says whether a glob names a path or a folder above it. "**" stands for
// any number of folders.
func match(glob, parts []string) bool {
	if len(glob) == 0 {
		return true // the glob names this folder, or the file itself
	}
	if glob[0] == "**" {
		for i := range len(parts) + 1 {
			if match(glob[1:], parts[i:]) {
				return true
			}
		}
		return false
	}
	if len(parts) == 0 {
		return false
	}
	ok, err := path.Match(glob[0], parts[0])
	return err == nil && ok && match(glob[1:], parts[1:])
}

// Apply suppresses the findings in excluded paths and drops what could not be
// looked at there. abs makes a path of a report absolute.
func (c *Config) Apply(fs []finding.Finding, missing []finding.Incomplete, abs func(string) string) ([]finding.Finding, []finding.Incomplete) {
	if c == nil || len(c.Exclude) == 0 {
		return fs, missing
	}
	for i := range fs {
		if x := c.Excluded(abs(fs[i].Path), fs[i].Rule); x != nil && fs[i].Suppressed == nil {
			fs[i].Suppressed = &finding.Suppression{Kind: "config", Reason: x.Reason}
		}
	}
	return fs, slices.DeleteFunc(missing, func(i finding.Incomplete) bool { return c.Excluded(abs(i.Path), "") != nil })
}

// Package config reads .messengerlint.yml, the settings that a repository keeps
// for everyone who runs the command on it.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gopkg.in/yaml.v3"
)

// DefaultName is the file that is read when no flag names another.
const DefaultName = ".messengerlint.yml"

// Config is what a file sets. A key that it does not have is not in Lines.
type Config struct {
	File string // as it was found; "" when there is none
	// Lines tell for every key of the file where it stands.
	Lines map[string]int

	Rules         []string
	FailOn        string
	MinConfidence string
	MaxLifetime   time.Duration
	Tests         bool
	SecretNames   []string
	Mints         []string
	Exposes       []string
	Trusted       []string
	Redactors     []string
	Platforms     []string
	Exclude       []Exclude
}

// Exclude takes paths out of what counts. Findings there stay in JSON and
// SARIF, with the reason.
type Exclude struct {
	Path   string // a glob below the folder of the file, with "**" for any folders
	Reason string
	Rules  []string // empty: all
	Line   int
}

// Has says whether the file sets a key.
func (c *Config) Has(key string) bool { return c != nil && c.Lines[key] > 0 }

// Dir is the folder that the paths in the file count from.
func (c *Config) Dir() string { return filepath.Dir(c.File) }

// maxSize is far above any file that people write.
const maxSize = 1 << 20

// Find looks for the file in a folder and, inside a repository, in those above
// it up to the root of the repository. It returns "" when there is none.
func Find(dir string) string {
	top := repository(dir)
	for d := dir; ; d = filepath.Dir(d) {
		name := filepath.Join(d, DefaultName)
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			return name
		}
		if top == "" || d == top || d == filepath.Dir(d) {
			return ""
		}
	}
}

// repository returns the nearest folder above that holds .git, or "".
func repository(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(filepath.Join(d, ".git")); err == nil {
			return d
		}
		if d == filepath.Dir(d) {
			return ""
		}
	}
}

// Load reads a file. Errors begin with its name and, where there is one, the
// line. rules are the names of all rules.
func Load(file string, rules []string) (*Config, error) {
	data, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return Parse(file, data, rules)
}

func read(file string) ([]byte, error) {
	// To open a pipe is to wait for somebody who writes into it.
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("is not an ordinary file")
	}
	f, err := os.Open(file)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			return nil, pe.Err
		}
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err == nil && len(data) > maxSize {
		err = errors.New("is larger than 1 MB")
	}
	return data, err
}

// Parse reads the content of a file.
func Parse(file string, data []byte, rules []string) (*Config, error) {
	c := &Config{File: file, Lines: map[string]int{}}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return c, nil // an empty file
	case err != nil:
		return nil, fmt.Errorf("%s: %s", file, syntaxText(err))
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: holds more than one YAML document", file)
	}
	p := &parser{file: file, out: c, rules: rules}
	p.mapping(doc.Content[0])
	return c, p.err
}

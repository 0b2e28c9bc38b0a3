// Package baseline keeps the findings that a team knows of and has not repaired
// yet, in a file of one line an entry. Entries hold no line numbers, so edits
// elsewhere do not touch them, and nothing that is derived from a secret.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// Entry is one finding that is known.
type Entry struct {
	Path    string `json:"path"` // relative to the folder of the file
	Rule    string `json:"rule"`
	Key     string `json:"key"` // tells findings of a rule in a file apart
	Owner   string `json:"owner"`
	Reason  string `json:"reason"`
	Expires string `json:"expires,omitempty"` // the last day on which it holds
}

// File is a baseline.
type File struct {
	Name    string
	Entries []Entry
}

const mark = "# messengerlint baseline 1"

const header = mark + `
# Known findings, one a line: they do not count until they expire. Fill in owner
# and reason; "expires":"2027-01-31" is the last day on which an entry holds.
# messengerlint -write-baseline writes this file anew and keeps what you filled in.
`

// maxSize is far above any file that this package writes.
const maxSize = 64 << 20

// Load reads a baseline. Errors begin with its name and the line.
func Load(name string) (*File, error) {
	// To open a pipe is to wait for somebody who writes into it.
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is not an ordinary file", name)
	}
	f, err := os.Open(name)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err == nil && len(data) > maxSize {
		err = errors.New("is larger than 64 MB")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return Parse(name, data)
}

// Parse reads the content of a baseline.
func Parse(name string, data []byte) (*File, error) {
	b := &File{Name: name}
	number, known := 0, false
	for text := range strings.Lines(string(data)) {
		number++
		text = strings.TrimSpace(text)
		switch {
		case text == mark:
			known = true
			continue
		case text == "" || text[0] == '#':
			continue
		case strings.HasPrefix(text, "<<<<<<<") || strings.HasPrefix(text, "=======") || strings.HasPrefix(text, ">>>>>>>"):
			return nil, fmt.Errorf("%s:%d: is in the middle of a merge; keep the entries of both sides and delete the marks", name, number)
		case !known:
			return nil, fmt.Errorf("%s:%d: is no baseline of messengerlint: its first line is not %q", name, number, mark)
		}
		e, err := parseEntry(text)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
		b.Entries = append(b.Entries, e)
	}
	if !known && number > 0 {
		return nil, fmt.Errorf("%s: is no baseline of messengerlint: its first line is not %q", name, mark)
	}
	return b, nil
}

func parseEntry(text string) (Entry, error) {
	var e Entry
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return e, fmt.Errorf("is no entry: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return e, errors.New("has more than one entry on the line")
	}
	if e.Path == "" || e.Rule == "" || e.Key == "" {
		return e, errors.New("an entry needs path, rule and key")
	}
	if _, err := time.Parse(time.DateOnly, e.Expires); e.Expires != "" && err != nil {
		return e, fmt.Errorf("expires is %q; write it as 2027-01-31", e.Expires)
	}
	return e, nil
}

// Encode returns the file, sorted, one entry a line.
func (b *File) Encode() []byte {
	slices.SortStableFunc(b.Entries, func(x, y Entry) int { // the first of two of a kind stays
		return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Key, y.Key))
	})
	b.Entries = slices.CompactFunc(b.Entries, func(x, y Entry) bool { return x.id() == y.id() })
	var out bytes.Buffer
	out.WriteString(header)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range b.Entries {
		if err := enc.Encode(e); err != nil {
			panic(err) // a struct of strings
		}
	}
	return out.Bytes()
}

func (e Entry) id() [3]string { return [3]string{e.Path, e.Rule, e.Key} }

// expired says whether an entry does not hold any more on a day.
func (e Entry) expired(today time.Time) bool {
	return e.Expires != "" && today.Format(time.DateOnly) > e.Expires
}

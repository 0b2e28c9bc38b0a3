// Package fix applies the changes that rules suggest. A file is written whole
// or not at all; a change that no longer fits is left out and told.
package fix

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// File is a source file before and after.
type File struct {
	Path     string
	Old, New []byte
}

// Plan is what would be done.
type Plan struct {
	Files []File
	// Fixed are the indexes of the findings whose change is in Files.
	Fixed map[int]bool
	// Notes tell what was left out, and why.
	Notes []string
}

// Make works out the changes of the findings that count. show makes a path the
// one that people see.
func Make(fs []finding.Finding, show func(string) string) *Plan {
	p := &Plan{Fixed: map[int]bool{}}
	b := &builder{plan: p, show: show, edits: map[string][]finding.Edit{}, data: map[string][]byte{}}
	for i, f := range fs {
		if f.Fix == nil || f.Suppressed != nil || len(f.Fix.Edits) == 0 {
			continue
		}
		if err := b.add(f.Fix); err != nil {
			b.note(f, err)
			continue
		}
		p.Fixed[i] = true
	}
	b.finish(fs)
	return p
}

type builder struct {
	plan  *Plan
	show  func(string) string
	edits map[string][]finding.Edit
	data  map[string][]byte
}

func (b *builder) note(f finding.Finding, err error) {
	b.plan.Notes = append(b.plan.Notes, fmt.Sprintf("%s:%d:%d: %s is not fixed: %v", f.Path, f.Line, f.Column, f.Rule, err))
}

// add takes all edits of a change, or none.
func (b *builder) add(x *finding.Fix) error {
	var fresh []finding.Edit
	for _, e := range x.Edits {
		data, err := b.read(e.Path)
		switch {
		case err != nil:
			return err
		case len(data) != e.Size || e.Start < 0 || e.End < e.Start || e.End > len(data):
			return errors.New("the file has changed meanwhile; run again")
		}
		if slices.ContainsFunc(b.edits[e.Path], func(o finding.Edit) bool { return same(o, e) }) {
			continue // two changes import the same package
		}
		if slices.ContainsFunc(b.edits[e.Path], func(o finding.Edit) bool { return conflict(o, e) }) {
			return errors.New("its change touches the same code as another; run again")
		}
		fresh = append(fresh, e)
	}
	for _, e := range fresh {
		b.edits[e.Path] = append(b.edits[e.Path], e)
	}
	return nil
}

func same(a, b finding.Edit) bool { return a.Start == b.Start && a.End == b.End && a.New == b.New }

// conflict says whether two edits touch the same bytes, or insert different
// texts at the same place.
func conflict(a, b finding.Edit) bool {
	if a.Start == a.End && b.Start == b.End {
		return a.Start == b.Start
	}
	return a.Start < b.End && b.Start < a.End
}

func (b *builder) read(path string) ([]byte, error) {
	if data, ok := b.data[path]; ok {
		return data, nil
	}
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("the file is a link, or no ordinary file")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s", b.show(path))
	}
	b.data[path] = data
	return data, nil
}

// finish makes the new texts. One that would not parse is dropped, with the
// findings that it was for.
func (b *builder) finish(fs []finding.Finding) {
	var paths []string
	for path := range b.edits {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	bad := map[string]bool{}
	for _, path := range paths {
		old := b.data[path]
		text := apply(old, b.edits[path])
		if text = tidy(path, old, text); text == nil {
			bad[path] = true
			continue
		}
		b.plan.Files = append(b.plan.Files, File{path, old, text})
	}
	for i, f := range fs {
		if b.plan.Fixed[i] && slices.ContainsFunc(f.Fix.Edits, func(e finding.Edit) bool { return bad[e.Path] }) {
			delete(b.plan.Fixed, i)
			b.note(f, errors.New("the change does not fit the code around it"))
		}
	}
}

// apply makes the edits, with the line ends of the file.
func apply(old []byte, edits []finding.Edit) []byte {
	slices.SortStableFunc(edits, func(x, y finding.Edit) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	crlf := bytes.Contains(old, []byte("\r\n"))
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(old[at:e.Start])
		text := e.New
		if crlf {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		out.WriteString(text)
		at = e.End
	}
	out.Write(old[at:])
	return out.Bytes()
}

// tidy formats Go source that was formatted before, and returns nil for what
// does not parse. A byte order mark and other line ends stay as they are, so
// such files are not formatted.
func tidy(path string, old, text []byte) []byte {
	if filepath.Ext(path) != ".go" {
		return text
	}
	if _, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution); err != nil {
		return nil
	}
	if was, err := format.Source(old); err != nil || !bytes.Equal(was, old) {
		return text
	}
	if now, err := format.Source(text); err == nil {
		return now
	}
	return nil
}

// Write writes the new files, each through a temporary file beside it, with the
// rights of the old one. It returns the files that could not be written.
func (p *Plan) Write() (failed map[string]error) {
	failed = map[string]error{}
	for _, f := range p.Files {
		info, err := os.Stat(f.Path)
		if err == nil {
			var now []byte
			if now, err = os.ReadFile(f.Path); err == nil && !bytes.Equal(now, f.Old) {
				err = errors.New("it has changed meanwhile")
			}
		}
		if err == nil {
			err = output.ToFile(f.Path, func(w io.Writer) error {
				_, err := w.Write(f.New)
				return err
			})
		}
		if err == nil {
			err = os.Chmod(f.Path, info.Mode().Perm())
		}
		if err != nil {
			failed[f.Path] = err
		}
	}
	return failed
}

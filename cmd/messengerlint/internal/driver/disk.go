package driver

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Overlay says what files hold in the place of what lies on the disk, by
// absolute name. Nil means that there is no such file. It is how the index of
// git is analysed without checking it out.
type Overlay map[string][]byte

// disk is the file system as one run sees it.
type disk struct {
	over  Overlay
	below map[string][]string // folder -> files of the overlay directly in it
	odd   []string            // Go files that are a pipe, a device or a link to nothing
}

func newDisk(over Overlay) *disk {
	d := &disk{over: Overlay{}, below: map[string][]string{}}
	maps.Copy(d.over, over)
	for name, data := range over {
		if data != nil {
			dir := filepath.Dir(name)
			d.below[dir] = append(d.below[dir], filepath.Base(name))
		}
	}
	return d
}

// read returns what a file holds.
func (d *disk) read(name string) ([]byte, error) {
	if data, ok := d.over[name]; ok {
		if data == nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return data, nil
	}
	return os.ReadFile(name)
}

// readInto is read into a buffer that is used again.
func (d *disk) readInto(buf *bytes.Buffer, name string) error {
	buf.Reset()
	if _, ok := d.over[name]; ok {
		data, err := d.read(name)
		buf.Write(data)
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = buf.ReadFrom(f)
	return err
}

func (d *disk) isFile(name string) bool {
	if data, ok := d.over[name]; ok {
		return data != nil
	}
	return isFile(name)
}

func (d *disk) isDir(name string) bool {
	if isDir(name) {
		return true
	}
	for dir := range d.below {
		if dir == name || strings.HasPrefix(dir, name+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// findUp returns the nearest folder at or above dir that holds a file of that
// name.
func (d *disk) findUp(dir, name string) (string, bool) {
	for {
		if d.isFile(filepath.Join(dir, name)) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// goFiles returns the names of the Go files of a folder, sorted. What has such a
// name and is no ordinary file is not there for the rest of the run: a pipe would
// be waited for, and a device may have no end.
func (d *disk) goFiles(dir string) []string {
	var out []string
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		name := filepath.Join(dir, entry.Name())
		if _, over := d.over[name]; over || entry.IsDir() || !strings.HasSuffix(name, ".go") {
			continue
		}
		if entry.Type().IsRegular() {
			out = append(out, name)
			continue
		}
		switch info, err := os.Stat(name); {
		case err == nil && info.Mode().IsRegular():
			out = append(out, name)
		case strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "_"): // nobody's source
		case err != nil || !info.IsDir():
			d.over[name] = nil
			d.odd = append(d.odd, name)
		}
	}
	for _, base := range d.below[dir] {
		if strings.HasSuffix(base, ".go") {
			out = append(out, filepath.Join(dir, base))
		}
	}
	slices.Sort(out)
	return out
}

// errNoFolder is what walk says of a root that is none.
var errNoFolder = errors.New("no such folder")

// walk calls enter for root and the folders below it, those that only the
// overlay has too. What enter refuses is not entered.
func (d *disk) walk(root string, enter func(path string) bool) error {
	if !d.isDir(root) {
		return errNoFolder
	}
	entered := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return skipUnreadable(entry, err)
		}
		entered[path] = enter(path)
		if !entered[path] {
			return filepath.SkipDir
		}
		return nil
	})
	for _, dir := range slices.Sorted(maps.Keys(d.below)) {
		if rel, err := filepath.Rel(root, dir); err == nil && filepath.IsLocal(rel) {
			enterNew(root, rel, entered, enter)
		}
	}
	return err
}

// enterNew enters the folders on the way from root to one below it that have
// not been entered yet.
func enterNew(root, rel string, entered map[string]bool, enter func(string) bool) {
	at := root
	for _, part := range append([]string{"."}, strings.Split(rel, string(filepath.Separator))...) {
		at = filepath.Join(at, part)
		ok, known := entered[at]
		if !known {
			ok = enter(at)
			entered[at] = ok
		}
		if !ok {
			return
		}
	}
}

// excluded is what stands for a Go file that is not there: the go command takes
// an overlay without deletions from those who load packages, and leaves out a
// file that its constraint excludes.
const excludedFile = "//go:build ignore\n\npackage ignore\n"

// forLoading is the overlay as the go command takes it.
func (d *disk) forLoading() map[string][]byte {
	if len(d.over) == 0 {
		return nil
	}
	out := maps.Clone(map[string][]byte(d.over))
	for name, data := range out {
		switch {
		case data != nil:
		case strings.HasSuffix(name, ".go"):
			out[name] = []byte(excludedFile)
		default:
			delete(out, name)
		}
	}
	return out
}

// open is read for those who want a stream.
func (d *disk) open(name string) (io.ReadCloser, error) {
	data, err := d.read(name)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

package driver

import (
	"bytes"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// scan is gate 1: it reads the Go files of folders, each once, and remembers
// which of them hold a needle. Nothing is parsed.
type scan struct {
	disk  *disk
	tests bool
	vocab messenger.Vocabulary
	force bool                // every file counts as one with a needle
	dirs  map[string][]string // folders seen -> their Go files
	names []string            // files to read
	files int
	hot   map[string]bool // files with a needle
}

func newScan(d *disk, o analyzer.Options) *scan {
	return &scan{disk: d, tests: o.Tests, vocab: o.Vocabulary(), force: o.ForceGates, dirs: map[string][]string{}, hot: map[string]bool{}}
}

// addTree adds the folders of one module, as "./..." at its root would.
func (s *scan) addTree(root string) {
	_ = s.disk.walk(root, func(path string) bool {
		if path != root && (skipName(filepath.Base(path)) || s.disk.isFile(filepath.Join(path, "go.mod"))) {
			return false
		}
		s.addDir(path)
		return true
	})
}

// addDir adds the Go files of one folder.
func (s *scan) addDir(dir string) {
	if _, seen := s.dirs[dir]; seen {
		return
	}
	s.dirs[dir] = nil
	for _, name := range s.disk.goFiles(dir) {
		if s.tests || !strings.HasSuffix(name, "_test.go") {
			s.dirs[dir] = append(s.dirs[dir], name)
		}
	}
	s.names = append(s.names, s.dirs[dir]...)
}

func (s *scan) hasGo(dir string) bool { return len(s.dirs[dir]) > 0 }

// hotDirs are the folders with a needle.
func (s *scan) hotDirs() map[string]bool {
	out := map[string]bool{}
	for name := range s.hot {
		out[filepath.Dir(name)] = true
	}
	return out
}

// read reads the files that were added since the last call.
func (s *scan) read() {
	names := make(chan string, 64)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var buf bytes.Buffer
			for name := range names {
				hot := s.force || s.fileNeedle(name, &buf)
				mu.Lock()
				s.files++
				if hot {
					s.hot[name] = true
				}
				mu.Unlock()
			}
		})
	}
	for _, name := range s.names {
		names <- name
	}
	s.names = nil
	close(names)
	wg.Wait()
}

// fileNeedle says whether a file, or the name of its folder, holds a needle. A
// file that cannot be read counts: the go command will say why it cannot.
func (s *scan) fileNeedle(name string, buf *bytes.Buffer) bool {
	if err := s.disk.readInto(buf, name); err != nil {
		return true
	}
	return needle(buf.Bytes(), s.vocab) || messenger.Needle([]byte(filepath.Base(filepath.Dir(name))))
}

// needle is the gate for Go source: what concerns the Messenger, and the
// comments that speak to this tool.
func needle(b []byte, vocab messenger.Vocabulary) bool {
	return vocab.Needle(b) || bytes.Contains(b, []byte(directive.Prefix))
}

package files

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

const (
	// maxBuffered is the size up to which a file is read into a worker's own
	// buffer. A larger one is first searched piece by piece.
	maxBuffered = 4 << 20
	// maxFile is the size from which a file with a needle is not read.
	maxFile = 256 << 20
	// overlap is what two pieces share: more than the longest needle in UTF-16.
	overlap = 64
	// maxKept is how much of the files with a needle is kept in memory until
	// they are read; the rest is read again.
	maxKept = 256 << 20
)

// hit is a file with a needle.
type hit struct {
	entry
	data     []byte // nil: read it again
	needle   bool   // false: it only has an ignore comment
	intercom bool   // ruling 4
	importer bool   // it has no needle and calls what another file mints
}

// workers is how many files are looked at at the same time.
func workers() int { return max(2, min(4, runtime.GOMAXPROCS(0))) }

// scan reads every file once and keeps those with a needle.
func scan(ctx context.Context, o Options, entries []entry, rep *Report) []hit {
	var (
		mu   sync.Mutex
		wg   sync.WaitGroup
		next atomic.Int64
		kept atomic.Int64
		hits = make(map[int]hit)
	)
	for range workers() {
		wg.Go(func() {
			s := scanner{buf: make([]byte, 64<<10), vocab: o.Vocabulary()}
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(entries) {
					break
				}
				data, found, err := s.look(entries[i])
				if found == none && err == nil {
					continue
				}
				mu.Lock()
				if err != nil {
					rep.Incomplete = append(rep.Incomplete, finding.Incomplete{Path: entries[i].path, Reason: reasonOf(err)})
				} else {
					if kept.Add(int64(len(data))) > maxKept {
						data = nil
					}
					hits[i] = hit{entry: entries[i], data: data, needle: found == needle}
				}
				mu.Unlock()
			}
			mu.Lock()
			rep.Stats.Files += s.files
			rep.Stats.Bytes += s.bytes
			mu.Unlock()
		})
	}
	wg.Wait()
	out := make([]hit, 0, len(hits))
	for i := range entries {
		if h, ok := hits[i]; ok {
			out = append(out, h)
		}
	}
	nameFolders(out)
	return out
}

// nameFolders tells each file whether intercom is named in its folder.
func nameFolders(hits []hit) {
	folders := map[string]bool{}
	for i := range hits {
		h := &hits[i]
		h.intercom = h.needle && (h.data == nil || messenger.HasIntercom(string(h.data)))
		if h.intercom {
			folders[path.Dir(h.path)] = true
		}
	}
	for i := range hits {
		hits[i].intercom = hits[i].intercom || folders[path.Dir(hits[i].path)]
	}
}

// found is what a look at a file brings.
type found uint8

const (
	none found = iota
	comment
	needle
)

// scanner is one worker with its buffer.
type scanner struct {
	buf   []byte
	vocab messenger.Vocabulary
	files int
	bytes int64
}

// look reads a file. The data is a copy, and only there when the file is worth
// a closer look.
func (s *scanner) look(e entry) (data []byte, is found, err error) {
	f, err := openFile(e.full)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) || isLink(err) {
			return nil, none, nil // deleted since it was listed, or a link
		}
		return nil, none, err
	}
	defer f.Close()
	n, err := s.fill(f)
	if err != nil {
		if info, statErr := f.Stat(); statErr == nil && !info.Mode().IsRegular() {
			return nil, none, nil
		}
		return nil, none, err
	}
	s.files++
	s.bytes += int64(n)
	text := s.buf[:n]
	if isBinary(text) {
		return nil, none, nil
	}
	if n == maxBuffered {
		return s.large(f, text)
	}
	if is = judgeBytes(text, s.vocab); is == none {
		return nil, none, nil
	}
	return toUTF8(bytes.Clone(text)), is, nil
}

// fill reads up to maxBuffered bytes. The buffer grows as files do.
func (s *scanner) fill(f *os.File) (n int, err error) {
	for {
		m, err := f.Read(s.buf[n:])
		n += m
		switch {
		case err == io.EOF:
			return n, nil
		case err != nil:
			return n, err
		case n == maxBuffered:
			return n, nil
		case n == len(s.buf):
			grown := make([]byte, min(maxBuffered, 4*len(s.buf)))
			copy(grown, s.buf)
			s.buf = grown
		}
	}
}

// judgeBytes is the pre-filter. Binary files have been left out before.
func judgeBytes(b []byte, vocab messenger.Vocabulary) found {
	if vocab.Needle(b) {
		return needle
	}
	if bytes.Contains(b, []byte(directive.Prefix)) {
		return comment
	}
	return none
}

// large looks at a file beyond the buffer piece by piece, and reads it whole
// only when it has a needle.
func (s *scanner) large(f *os.File, first []byte) (data []byte, is found, err error) {
	info, err := f.Stat()
	if err != nil {
		return nil, none, err
	}
	if !info.Mode().IsRegular() {
		return nil, none, nil
	}
	is = judgeBytes(first, s.vocab)
	for is != needle {
		copy(s.buf, s.buf[maxBuffered-overlap:maxBuffered])
		n, err := io.ReadFull(f, s.buf[overlap:maxBuffered])
		s.bytes += int64(n)
		is = max(is, judgeBytes(s.buf[:overlap+n], s.vocab))
		if err != nil {
			if err == io.EOF || err == io.ErrUnexpectedEOF {
				break
			}
			return nil, none, err
		}
	}
	if is != needle {
		return nil, none, nil
	}
	if info.Size() > maxFile {
		return nil, none, errors.New("mentions the Messenger and is larger than " + strconv.Itoa(maxFile>>20) + " MB")
	}
	data = make([]byte, info.Size())
	n, err := f.ReadAt(data, 0)
	if err != nil && err != io.EOF {
		return nil, none, err
	}
	return toUTF8(data[:n]), needle, nil
}

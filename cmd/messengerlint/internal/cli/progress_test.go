package cli

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// screen keeps what is written, and tells when something was.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.more <- struct{}{}:
	default:
	}
	return s.text.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// TestProgress: the line tells what is done, gives way to what is written, and
// is gone at the end.
func TestProgress(t *testing.T) {
	s := &screen{more: make(chan struct{}, 1)}
	e := &env{stderr: &progress{w: s, after: time.Millisecond, every: time.Millisecond}}
	say, end := e.busy("reading files")
	<-s.more
	say("loading 3 packages")
	for !strings.Contains(s.String(), "loading") {
		<-s.more
	}
	e.errorf("a note")
	for strings.HasSuffix(s.String(), "a note\n") {
		<-s.more
	}
	end()
	got := s.String()
	if !strings.HasPrefix(got, clearLine+"messengerlint: reading files, 0 s") {
		t.Errorf("%q", got)
	}
	if !strings.Contains(got, "loading 3 packages, 0 s"+clearLine+"messengerlint: a note\n") {
		t.Errorf("the note stands beside the line: %q", got)
	}
	if !strings.HasSuffix(got, clearLine) {
		t.Errorf("the line stays: %q", got)
	}
	if end(); s.String() != got {
		t.Error("something is written after the end")
	}
}

// TestNoProgress: files and pipes have no such line, nor have dumb terminals.
func TestNoProgress(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/err")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if w := newProgress(f, nil); w != f {
		t.Errorf("a file is wrapped: %T", w)
	}
	tty, err := os.Open(os.DevNull) // a device, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	if w := newProgress(tty, []string{"TERM=dumb"}); w != tty {
		t.Errorf("a dumb terminal is wrapped: %T", w)
	}
}

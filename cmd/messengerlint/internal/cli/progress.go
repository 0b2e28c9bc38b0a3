package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
)

// progress is standard error on a terminal: while work goes on, its last line
// tells what is being done. Whatever else is written takes that line's place.
type progress struct {
	w     io.Writer
	after time.Duration // nothing is told of work that is done sooner
	every time.Duration

	mu    sync.Mutex
	what  string
	shown bool
}

// newProgress wraps standard error where it is a terminal that knows how to
// rewrite a line, and returns it as it is elsewhere.
func newProgress(w *os.File, env []string) io.Writer {
	if !output.Terminal(w) || slices.Contains(env, "TERM=dumb") {
		return w
	}
	return &progress{w: w, after: time.Second, every: 200 * time.Millisecond}
}

const clearLine = "\r\x1b[K"

// Write writes beside the line.
func (p *progress) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return p.w.Write(text)
}

func (p *progress) clear() {
	if p.shown {
		io.WriteString(p.w, clearLine)
		p.shown = false
	}
}

// say changes what is being done.
func (p *progress) say(what string) {
	p.mu.Lock()
	p.what = what
	p.mu.Unlock()
}

// run shows the line until the returned function is called.
func (p *progress) run() (end func()) {
	stop, done := make(chan struct{}), make(chan struct{})
	start := time.Now()
	go func() {
		defer close(done)
		for wait := p.after; ; wait = p.every {
			select {
			case <-stop:
				return
			case <-time.After(wait):
				p.draw(time.Since(start))
			}
		}
	}()
	return sync.OnceFunc(func() {
		close(stop)
		<-done
		p.mu.Lock()
		p.clear()
		p.mu.Unlock()
	})
}

func (p *progress) draw(took time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.w, "%smessengerlint: %s, %d s", clearLine, p.what, int(took.Seconds()))
	p.shown = true
}

// busy tells what is being done, on a terminal, until the returned function is
// called. say changes it.
func (e *env) busy(what string) (say func(what string), end func()) {
	p, ok := e.stderr.(*progress)
	if !ok {
		return func(string) {}, func() {}
	}
	p.say(what)
	return p.say, p.run()
}

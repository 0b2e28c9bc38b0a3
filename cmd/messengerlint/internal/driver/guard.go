package driver

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"
)

// guard wraps the analyzers of one run: a panic becomes an error of the
// package, a cancelled run ends early, and no more packages are worked on at a
// time than there are processors, which bounds the memory.
type guard struct {
	ctx  context.Context
	slot chan struct{}
	seen map[*analysis.Analyzer]bool

	mu   sync.Mutex
	took map[string]time.Duration // by analyzer and package
}

func newGuard(ctx context.Context) *guard {
	return &guard{
		ctx: ctx, slot: make(chan struct{}, runtime.GOMAXPROCS(0)),
		seen: map[*analysis.Analyzer]bool{}, took: map[string]time.Duration{},
	}
}

// wrap guards an analyzer and what it requires.
func (g *guard) wrap(a *analysis.Analyzer) {
	if g.seen[a] {
		return
	}
	g.seen[a] = true
	for _, req := range a.Requires {
		g.wrap(req)
	}
	inner := a.Run
	a.Run = func(pass *analysis.Pass) (_ any, err error) {
		g.slot <- struct{}{}
		defer func() { <-g.slot }()
		if g.ctx.Err() != nil {
			return nil, errCancelled
		}
		start := time.Now()
		defer func() {
			if x := recover(); x != nil {
				err = fmt.Errorf("internal error in %s: %s; please report it", a.Name, PanicText(x))
			}
			g.note(a.Name+" of "+pass.Pkg.Path(), time.Since(start))
		}()
		return inner(pass)
	}
}

func (g *guard) note(what string, took time.Duration) {
	if took < noteworthy {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.took[what] = max(g.took[what], took)
}

const noteworthy = 100 * time.Millisecond

// slow tells -v what took longest.
func (g *guard) slow(logf func(string, ...any)) {
	names := slices.SortedFunc(maps.Keys(g.took), func(a, b string) int { return cmp.Compare(g.took[b], g.took[a]) })
	for _, name := range names[:min(len(names), 5)] {
		logf("%s took %s", name, g.took[name].Round(time.Millisecond))
	}
}

var errCancelled = errors.New("cancelled")

// PanicText shows a panic value without any text that the analysed source may
// have put into it: runtime errors as they are, other values by their type.
func PanicText(x any) string {
	if err, ok := x.(interface {
		error
		RuntimeError()
	}); ok {
		return err.Error()
	}
	return fmt.Sprintf("panic of type %T", x)
}

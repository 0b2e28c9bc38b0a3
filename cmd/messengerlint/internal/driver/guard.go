package driver

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/tools/go/analysis"
)

// guard wraps an analyzer and what it requires: a panic becomes an error of the
// package, and a cancelled run ends early.
func guard(ctx context.Context, a *analysis.Analyzer, seen map[*analysis.Analyzer]bool) {
	if seen[a] {
		return
	}
	seen[a] = true
	for _, req := range a.Requires {
		guard(ctx, req, seen)
	}
	inner := a.Run
	a.Run = func(pass *analysis.Pass) (_ any, err error) {
		if ctx.Err() != nil {
			return nil, errCancelled
		}
		defer func() {
			if x := recover(); x != nil {
				err = fmt.Errorf("internal error in %s: %s; please report it", a.Name, PanicText(x))
			}
		}()
		return inner(pass)
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

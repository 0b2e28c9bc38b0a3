// Package cli is the command line: which command is meant, its flags, and what
// its exit code says.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/driver"
	"github.com/messengerlint/messengerlint/internal/vet"
)

// Exit codes of every command.
const (
	exitOK       = 0
	exitFindings = 1
	exitError    = 2 // could not do the whole job
)

// env is the world of one run, so that nothing below reads globals.
type env struct {
	dir            string // where the command runs
	vars           []string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// Main runs the command line and returns the exit code.
func Main(args []string) (code int) {
	e := &env{vars: os.Environ(), stdin: os.Stdin, stdout: os.Stdout}
	e.stderr = newProgress(os.Stderr, e.vars)
	defer func() {
		if x := recover(); x != nil {
			e.errorf("internal error: %s; please report it", driver.PanicText(x))
			code = exitError
		}
	}()
	if vet.Protocol(args) {
		return vet.Main(args)
	}
	dir, err := os.Getwd()
	if err != nil {
		e.errorf("cannot tell the current folder: %v", err)
		return exitError
	}
	e.dir = dir
	// A reader that goes away ends the output, not the run and its exit code.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan struct{})
	defer close(done)
	go func() { // a second signal ends the process at once
		<-ctx.Done()
		stop()
		select {
		case <-done:
		case <-time.After(grace): // stuck where nothing asks whether to go on
			e.errorf("interrupted; the results are lost")
			os.Exit(exitError)
		}
	}()
	return dispatch(ctx, e, args)
}

// grace is how long a run may take to write what it has found, once it is told
// to end.
const grace = 10 * time.Second

func dispatch(ctx context.Context, e *env, args []string) int {
	if len(args) > 0 {
		for _, c := range commands() {
			if c.name == args[0] {
				return c.run(ctx, e, args[1:])
			}
		}
	}
	return check(ctx, e, args)
}

func (e *env) errorf(format string, args ...any) {
	fmt.Fprint(e.stderr, withoutSecrets(fmt.Sprintf("messengerlint: "+format+"\n", args...)))
}

// fail reports what made the job impossible. Files below the folder where the
// command runs are named as in results.
func (e *env) fail(err error) int {
	e.errorf("%s", strings.ReplaceAll(err.Error(), e.dir+string(os.PathSeparator), ""))
	return exitError
}

// print writes a text that was asked for. A reader that has gone away is no
// error.
func (e *env) print(text string) int {
	if _, err := io.WriteString(e.stdout, text); err != nil && !errors.Is(err, syscall.EPIPE) {
		return e.fail(fmt.Errorf("cannot write the output: %w", err))
	}
	return exitOK
}

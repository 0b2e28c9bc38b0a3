package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/token"
	"github.com/messengerlint/messengerlint/internal/option"
)

// tokenFlags are the flags of the token inspector. None of them takes a secret:
// arguments are seen by every user of a machine and stay in histories.
type tokenFlags struct {
	format, secretEnv, secretFile, userID string
	maxLifetime                           time.Duration
}

func newTokenFlags() (*tokenFlags, *flag.FlagSet) {
	f := &tokenFlags{}
	fs := newFlagSet()
	fs.StringVar(&f.format, "format", "text", "`format` of the answer: json, text")
	fs.StringVar(&f.secretEnv, "secret-env", "", "check the signature with the secret in the environment variable `name`")
	fs.StringVar(&f.secretFile, "secret-file", "", "check the signature with the secret in `file`")
	fs.StringVar(&f.userID, "user-id", "", "the `id` that a user_hash was made of")
	fs.DurationVar(&f.maxLifetime, "max-lifetime", option.DefaultMaxLifetime, "longest lifetime of a JWT that is not reported")
	return f, fs
}

// inspect is the command that explains one proof. Its exit code is 1 when
// something is wrong with the proof.
func inspect(ctx context.Context, e *env, args []string) int {
	f, fs := newTokenFlags()
	rest, err := parseFlags(fs, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return help(ctx, e, []string{"token"})
	case err != nil:
	case len(rest) > 1:
		err = errors.New("token takes one JWT or user_hash, or - to read it from standard input")
	case f.format != "text" && f.format != "json":
		err = fmt.Errorf("unknown format %q; formats of token are json, text", f.format)
	case f.secretEnv != "" && f.secretFile != "":
		err = errors.New("-secret-env and -secret-file exclude each other")
	case f.maxLifetime <= 0:
		err = errors.New("-max-lifetime must be above zero, such as 24h")
	}
	q := token.Question{Now: time.Now(), MaxLifetime: f.maxLifetime, UserID: f.userID}
	if err == nil {
		q.Secret, err = e.secret(f)
	}
	if err == nil {
		q.Text, err = e.proof(rest)
	}
	var a *token.Answer
	if err == nil {
		a, err = token.Explain(q)
	}
	if err != nil {
		return e.fail(err)
	}
	err = output.To("", e.stdout, e.vars, func(w io.Writer, colour bool) error {
		if f.format == "json" {
			return token.JSON(w, a)
		}
		return token.Text(w, a, colour)
	})
	switch {
	case err != nil:
		return e.fail(fmt.Errorf("cannot write the answer: %w", err))
	case a.Wrong():
		return exitFindings
	}
	return exitOK
}

// proof is the argument, or what stands on standard input.
func (e *env) proof(rest []string) (string, error) {
	if len(rest) == 1 && rest[0] != "-" {
		return rest[0], nil
	}
	data, err := io.ReadAll(io.LimitReader(e.stdin, 1<<20))
	if err != nil {
		return "", fmt.Errorf("cannot read standard input: %w", err)
	}
	return string(data), nil
}

// secret reads the secret from where a flag says. Errors never repeat what the
// flag was given: by mistake it may be the secret itself.
func (e *env) secret(f *tokenFlags) ([]byte, error) {
	switch {
	case f.secretEnv != "":
		for _, kv := range e.vars {
			if value, ok := strings.CutPrefix(kv, f.secretEnv+"="); ok && value != "" {
				return []byte(value), nil
			}
		}
		return nil, errors.New("the environment variable that -secret-env names is not set, or empty; the flag takes the name, never the secret itself")
	case f.secretFile != "":
		name := f.secretFile
		info, err := os.Stat(name)
		if err != nil || info.IsDir() {
			return nil, errors.New("the file that -secret-file names cannot be read")
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, errors.New("the file that -secret-file names cannot be read")
		}
		defer file.Close()
		data, err := io.ReadAll(io.LimitReader(file, 64<<10))
		if err != nil {
			return nil, errors.New("the file that -secret-file names cannot be read")
		}
		if data = bytes.TrimRight(data, "\r\n"); len(data) == 0 {
			return nil, errors.New("the file that -secret-file names is empty")
		}
		return data, nil
	}
	return nil, nil
}

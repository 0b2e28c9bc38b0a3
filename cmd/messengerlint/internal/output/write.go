package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// Write writes a report in a format: to stdout, or to a file that appears whole
// or not at all. A reader that has gone away is no error.
func Write(r *Report, format, file string, stdout io.Writer, env []string) error {
	handle, ok := Handlers()[format]
	if !ok {
		return fmt.Errorf("unknown format %q", format)
	}
	return To(file, stdout, env, func(w io.Writer, colour bool) error {
		style := Style{Colour: colour}
		if colour {
			style.Links = r.Root
		}
		return handle(w, r, style)
	})
}

// To lets a function write to a file, or to stdout when there is no file.
func To(file string, stdout io.Writer, env []string, write func(w io.Writer, colour bool) error) error {
	if file != "" {
		return ToFile(file, func(w io.Writer) error { return write(w, false) })
	}
	if err := write(stdout, colourful(stdout, env)); !errors.Is(err, syscall.EPIPE) {
		return err
	}
	return nil
}

// ToFile writes to a temporary file beside the target and renames it.
func ToFile(file string, write func(io.Writer) error) error {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return toDevice(file, info, write)
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), ".messengerlint-*")
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) { // the name of the temporary file says nothing
			err = fmt.Errorf("%s: %w", file, pe.Err)
		}
		return err
	}
	defer os.Remove(tmp.Name())
	err = errors.Join(write(tmp), tmp.Chmod(0o644), tmp.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}

// toDevice writes to a pipe or device, which cannot be renamed over.
func toDevice(file string, info os.FileInfo, write func(io.Writer) error) error {
	if info.IsDir() {
		return fmt.Errorf("%s is a folder", file)
	}
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// colourful says whether colour is welcome: on a terminal that knows it, unless
// NO_COLOR is set (https://no-color.org).
func colourful(w io.Writer, env []string) bool {
	f, ok := w.(*os.File)
	return ok && Terminal(f) && !slices.ContainsFunc(env, func(kv string) bool {
		return kv == "TERM=dumb" || len(kv) > len("NO_COLOR=") && kv[:len("NO_COLOR=")] == "NO_COLOR="
	})
}

// Terminal says whether a file is a terminal.
func Terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

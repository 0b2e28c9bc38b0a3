//go:build unix

package files

import (
	"errors"
	"os"
	"syscall"
)

// openFile opens a file for reading without following a link, and without
// waiting for somebody to write into it if it is a pipe.
func openFile(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
}

// isLink reports the error of opening a link.
func isLink(err error) bool { return errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.EMLINK) }

//go:build !unix

package files

import (
	"errors"
	"os"
)

var errLink = errors.New("a link")

// openFile opens a regular file for reading.
func openFile(name string) (*os.File, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errLink
	}
	return os.Open(name)
}

// isLink reports the error of opening a link.
func isLink(err error) bool { return errors.Is(err, errLink) }

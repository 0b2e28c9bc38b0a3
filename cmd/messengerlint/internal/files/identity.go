package files

import (
	"os"
	"path/filepath"
)

// identity is the path of a file as fingerprints have it: below the root of its
// repository, else of its Go module, else as it is shown. So a finding has one
// fingerprint, from whichever folder the command is run.
func identity(full, shown string) string {
	for _, mark := range []string{".git", "go.mod"} {
		for dir := filepath.Dir(full); ; dir = filepath.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil {
				if rel, err := filepath.Rel(dir, full); err == nil {
					return filepath.ToSlash(rel)
				}
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return shown
}

//go:build unix

package files_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a user that owns nothing of the tree.
const nobody = 65534

// TestUnreadable reads as somebody who may not: root would read everything, so
// it becomes somebody else for the run.
func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	if err := os.Chmod(filepath.Join(dir, "a.env"), 0); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		for _, d := range []string{dir, filepath.Dir(dir)} {
			if err := os.Chmod(d, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Setreuid(-1, nobody); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := syscall.Setreuid(-1, 0); err != nil {
				t.Fatal(err)
			}
		}()
	}
	if rep := run(t, dir); len(rep.Incomplete) != 1 || rep.Incomplete[0].Reason != "permission denied" {
		t.Errorf("incomplete: %v", rep.Incomplete)
	}
}

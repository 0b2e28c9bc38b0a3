//go:build unix

package main

import (
	"os"
	"syscall"
)

// peak is the largest resident set of a finished process, in KiB (on Linux).
func peak(st *os.ProcessState) int64 {
	if ru, ok := st.SysUsage().(*syscall.Rusage); ok {
		return int64(ru.Maxrss)
	}
	return 0
}

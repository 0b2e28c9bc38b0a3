package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// vetRuns is the number of interleaved runs of the hosts.
const vetRuns = 9

// vettool compares go vet with the command against go vet with an empty fact
// analyzer, both with nothing in the cache of results.
func (b *bench) vettool(args []string) error {
	empty, err := b.own("emptyvet")
	if err != nil {
		return err
	}
	name, packages := "caddy", "./..."
	if len(args) > 0 {
		name = args[0]
	}
	if len(args) > 1 {
		packages = args[1]
	}
	r, err := repositoryNamed(name)
	if err != nil {
		return err
	}
	dir, err := b.copied(r)
	if err != nil {
		return err
	}
	return b.report("go vet of "+name+" "+strings.TrimPrefix(versionOf(r.module), "@"), "CPU at most 1.05 of the empty one", min(b.runs, vetRuns),
		b.vet("messengerlint as vet tool", b.ours, dir, packages), b.vet("an empty fact analyzer", empty, dir, packages))
}

// vet runs go vet with a tool that the go command has never seen: a copy with
// other bytes behind its end. So nothing of what it found before is used.
func (b *bench) vet(name, tool, dir, packages string) command {
	return command{name: name, dir: dir, before: func(c *command) error {
		data, err := os.ReadFile(tool)
		if err != nil {
			return err
		}
		data = append(data, fmt.Sprintf("%d", time.Now().UnixNano())...)
		fresh := filepath.Join(b.scratch, "fresh-"+filepath.Base(tool))
		if err := os.Remove(fresh); err != nil && !os.IsNotExist(err) {
			return err
		}
		c.argv = []string{"go", "vet", "-vettool=" + fresh, packages}
		return os.WriteFile(fresh, data, 0o755)
	}}
}

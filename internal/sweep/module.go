package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// environ is what go commands see: own caches, no C compiler, and go.sum lines
// that are added as needed.
func (s *sweep) environ() []string {
	return append(os.Environ(), "GOMODCACHE="+filepath.Join(s.cache, "mod"), "GOCACHE="+filepath.Join(s.cache, "build"),
		"GOFLAGS=-mod=mod", "GOWORK=off", "CGO_ENABLED=0", "GOTOOLCHAIN=local", "GOMEMLIMIT=5GiB")
}

// outcome is what a program left.
type outcome struct {
	stdout, stderr []byte
	code           int
	timeout        bool
	took           time.Duration
}

func (s *sweep) program(dir, name string, args ...string) (outcome, error) {
	ctx, cancel := context.WithTimeout(context.Background(), s.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env, cmd.WaitDelay = dir, s.environ(), 10*time.Second
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	o := outcome{stdout: stdout.Bytes(), stderr: stderr.Bytes(), timeout: ctx.Err() != nil, took: time.Since(start)}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && !o.timeout {
		return o, err
	}
	o.code = cmd.ProcessState.ExitCode()
	return o, nil
}

// one makes one run over one module and writes its rows.
func (s *sweep) one(m module, kind string) error {
	dir := filepath.Join(s.work, "module")
	if err := removeAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	r := record{module: m.path, version: m.version, run: kind}
	source, err := s.download(&r, dir)
	if err != nil {
		return err
	}
	if source == "" {
		r.result = unavailable
		return s.results.add(r, nil)
	}
	switch kind {
	case "plain":
		return s.plain(r, dir, source)
	case "forced":
		return s.forced(r, dir)
	}
	return fmt.Errorf("there is no run %q", kind)
}

// download fetches the source of the module and says where it is.
func (s *sweep) download(r *record, dir string) (string, error) {
	o, err := s.program(dir, "go", "mod", "download", "-json", r.module+"@"+r.version)
	if err != nil {
		return "", err
	}
	var got struct{ Dir, Version, Error string }
	if err := json.Unmarshal(o.stdout, &got); err != nil || got.Dir == "" {
		s.results.log(*r, "download", o)
		return "", nil
	}
	r.version = got.Version
	return got.Dir, nil
}

// plain runs the command over a copy of the module.
func (s *sweep) plain(r record, dir, source string) error {
	if o, err := s.program(dir, "cp", "-r", source+"/.", dir); err != nil || o.code != 0 {
		return errors.Join(err, fmt.Errorf("cp: %s", o.stderr))
	}
	if o, err := s.program(dir, "chmod", "-R", "u+w", "."); err != nil || o.code != 0 {
		return errors.Join(err, fmt.Errorf("chmod: %s", o.stderr))
	}
	if err := s.aloneModule(dir, r.module); err != nil {
		return err
	}
	o, err := s.program(dir, s.command, "-format", "json", "-config", "none")
	if err == nil && bytes.Contains(o.stdout, []byte("modules are missing")) {
		// The command never downloads, and few modules make it load anything.
		if _, err := s.program(dir, "go", "mod", "download"); err != nil {
			return err
		}
		o, err = s.program(dir, s.command, "-format", "json", "-config", "none")
	}
	if err != nil {
		return err
	}
	s.results.log(r, "plain", o)
	var rep report
	if err := json.Unmarshal(o.stdout, &rep); err != nil && !o.timeout {
		r.result = failed
	}
	return s.results.finish(r, rep, o)
}

// aloneModule makes a module load where its neighbours are not: replacements by
// folders go, and a module without go.mod gets one. A go.mod that does not parse
// stays: the command has to cope with it.
func (s *sweep) aloneModule(dir, path string) error {
	name := filepath.Join(dir, "go.mod")
	if _, err := os.Stat(name); errors.Is(err, os.ErrNotExist) {
		return os.WriteFile(name, []byte("module "+path+"\n\ngo 1.20\n"), 0o644)
	}
	o, err := s.program(dir, "go", "mod", "edit", "-json")
	if err != nil {
		return err
	}
	var mod struct {
		Replace []struct {
			Old, New struct{ Path, Version string }
		}
	}
	if o.code != 0 || json.Unmarshal(o.stdout, &mod) != nil {
		return nil
	}
	for _, rep := range mod.Replace {
		if !strings.HasPrefix(rep.New.Path, ".") {
			continue
		}
		old := rep.Old.Path
		if rep.Old.Version != "" {
			old += "@" + rep.Old.Version
		}
		if _, err := s.program(dir, "go", "mod", "edit", "-dropreplace", old); err != nil {
			return err
		}
	}
	return nil
}

// forced runs this program over the module as a dependency of a scratch module.
func (s *sweep) forced(r record, dir string) error {
	text := "module sweep.test\n\ngo 1.26.0\n\nrequire " + r.module + " " + r.version + "\n"
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o644); err != nil {
		return err
	}
	o, err := s.program(dir, s.self, "forced", r.module+"/...")
	if err != nil {
		return err
	}
	s.results.log(r, "forced", o)
	var rep report
	if err := json.Unmarshal(o.stdout, &rep); err != nil && !o.timeout {
		r.result = failed
	}
	return s.results.finish(r, rep, o)
}

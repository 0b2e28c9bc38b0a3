package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"messengerlint": main})
}

// TestCommand runs the scripts of testdata/cli. In them "lint CODE args…" runs
// the command and checks its exit code.
func TestCommand(t *testing.T) {
	goEnv := map[string]string{}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOROOT"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		goEnv[name] = strings.TrimSpace(string(out))
	}
	bin, err := exec.LookPath("messengerlint")
	if err != nil {
		t.Fatal(err)
	}
	goEnv["BIN"] = filepath.Dir(bin)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "cli"),
		Setup: func(e *testscript.Env) error {
			for name, value := range goEnv {
				e.Setenv(name, value)
			}
			e.Setenv("CANARY", windows(canary))
			e.Setenv("GOTOOLCHAIN", "local")
			e.Setenv("GOFLAGS", "")
			e.Setenv("GOPROXY", "off")
			e.Setenv("GOWORK", "")
			return nil
		},
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"lint": lint},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "", // rewrites the files that cmp compares with
	})
}

// canary is the secret that scripts plant.
const canary = "mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq"

// windows is a pattern for any eight characters of a text.
func windows(text string) string {
	var parts []string
	for i := range len(text) - 7 {
		parts = append(parts, text[i:i+8])
	}
	return strings.Join(parts, "|")
}

func lint(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: lint CODE args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("messengerlint", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// Golangci is golangci-lint with messengerlint in it, for our own tests. People
// build theirs with "golangci-lint custom"; see docs/hosts.md. It is a module
// of its own so that the 400 modules of golangci-lint reach nobody else.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/messengerlint/messengerlint/plugin"
)

func main() {
	// The version "(devel)" makes golangci-lint put a hash of this binary into
	// its cache keys: a rebuilt plugin is never served old results.
	info := commands.BuildInfo{GoVersion: runtime.Version(), Version: "(devel)", Commit: "?", Date: "unknown"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintf(os.Stderr, "golangci: %v\n", err)
		os.Exit(exitcodes.Failure)
	}
}

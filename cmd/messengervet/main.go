// Messengervet is messengerlint as a vet tool and nothing else:
//
//	go vet -vettool="$(which messengervet)" ./...
//
// "messengerlint" can stand in its place. The go command starts a vet tool once
// for every package and every dependency, and this binary starts four times as
// fast: it holds the Go rules alone, without the readers of other files.
package main

import (
	"fmt"
	"os"

	"github.com/messengerlint/messengerlint/internal/vet"
)

func main() {
	args := os.Args[1:]
	if !vet.Protocol(args) {
		fmt.Fprintln(os.Stderr, `messengervet: run it as go vet -vettool="$(which messengervet)" ./...; to check a tree with all its files, use messengerlint`)
		os.Exit(2)
	}
	os.Exit(vet.Main(args))
}

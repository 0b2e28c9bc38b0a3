// Package e2e runs messengerlint in every host with the real thing: the go
// command, golangci-lint, pre-commit, Bazel's nogo. It is a module of its own,
// because it needs things that no user of messengerlint should get.
//
// Run it with "scripts/test hosts". What is built goes to bin/e2e, once a run.
package e2e

package main

import "strings"

// places that tools look at: the first part of a file's path below the copy.
var (
	goOnly     = []string{"go"}
	everything = []string{"go", "web", "mobile", "config"}
)

// secrets are the rules that are about a secret that is written down: which of
// them a literal breaks depends on where it goes.
var secrets = []string{"hardcodedsecret", "frontendkey", "wrongkey"}

// tools are what is scored, with what each claims.
func tools() []tool {
	return []tool{
		{
			name: "messengerlint", looksAt: everything, run: own,
			install: "go install ./cmd/messengerlint, in the root of this repository",
			claims:  "all ten rules",
			checks:  ownChecks,
		},
		{
			name: "gitleaks", looksAt: everything, run: gitleaks,
			install: "go install github.com/zricethezav/gitleaks/v8@v8.30.1",
			claims:  "secrets of 200 vendors and generic ones, in any text; nothing about how they are used, and no rule for the Messenger secret",
			checks:  func(string) []string { return secrets },
		},
		{
			name: "gosec", looksAt: goOnly, run: golangci("--default=none", "--enable=gosec"),
			install: "go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 (gosec 2.30 is in it)",
			claims:  "common mistakes in Go: literals under names of credentials (G101), secrets that are marshalled (G117), weak hashes (G401, G501, G505), injection into logs (G706)",
			checks:  gosecChecks,
		},
		{
			name: "staticcheck", looksAt: goOnly, run: staticcheck,
			install: "go install honnef.co/go/tools/cmd/staticcheck@v0.7.0",
			claims:  "bugs and style in Go; nothing about secrets or tokens",
			checks:  func(string) []string { return nil },
		},
		{
			name: "golangci-lint defaults", looksAt: goOnly, run: golangci(),
			install: "go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0",
			claims:  "errcheck, govet, ineffassign, staticcheck, unused: bugs in Go; nothing about secrets or tokens",
			checks:  func(string) []string { return nil },
		},
	}
}

// ownChecks leaves out findings about ignore comments, which are not labelled.
func ownChecks(check string) []string {
	if check == "ignore" {
		return nil
	}
	return []string{check}
}

// gosecChecks is generous: a finding counts also when it is made for another
// reason, as G706 is.
func gosecChecks(check string) []string {
	switch strings.TrimPrefix(check, "gosec ") {
	case "G101":
		return secrets
	case "G117":
		return []string{"frontendkey", "secretlog"}
	case "G706":
		return []string{"secretlog"}
	case "G401", "G501", "G505":
		return []string{"identityhash"}
	}
	return nil
}

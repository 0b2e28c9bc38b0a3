package main

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
)

// nameForm is how rules are named: a Go package name of letters.
var nameForm = regexp.MustCompile(`^[a-z][a-z0-9]{2,30}$`)

// create lays out the files of a new rule: its page, its code, a first sample.
func create(root, name string) error {
	switch {
	case !nameForm.MatchString(name) || token.IsKeyword(name):
		return fmt.Errorf("%q is no name for a rule; take 3 to 31 lower-case letters, as in missingexpiry", name)
	case name == "ignore" || name == "all":
		return fmt.Errorf("the name %s is taken", name)
	}
	for _, dir := range []string{"passes/" + name, "testdata/src/" + name} {
		if _, err := os.Stat(filepath.Join(root, dir)); err == nil {
			return fmt.Errorf("%s is there already", dir)
		}
	}
	return write(root, map[string]string{
		"passes/" + name + "/doc.go":                source(fmt.Sprintf(docShape, name)),
		"passes/" + name + "/" + name + ".go":       source(fmt.Sprintf(ruleShape, name, modulePath)),
		"testdata/src/" + name + "/first/sample.go": source(fmt.Sprintf(sampleShape, name)),
		"testdata/golden/" + name + ".txt":          "",
	})
}

const docShape = `// Package %[1]s finds TODO.
//
// It reports, at TODO: TODO.
//
// # Why it matters
//
// TODO: what an attacker does.
//
// # Bad
//
// In Go:
//
//	TODO()
//
// # Good
//
// In Go:
//
//	TODO()
//
// # How to fix
//
// TODO
//
// # Limits
//
//   - TODO: what it does not see.
//
// # Suppress
//
//	//messengerlint:ignore %[1]s reason
package %[1]s
`

const ruleShape = `package %[1]s

import (
	_ "embed"

	"%[2]s/internal/finding"
	"%[2]s/internal/model"
	"%[2]s/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule %[1]s.
var Rule = rule.New(rule.Meta{
	Name:     "%[1]s",
	Title:    "report TODO",
	Severity: finding.Medium,
	CWE:      []int{287},
	Where:    "G",
	Since:    "TODO",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	pass.ClaimMints(func(m *model.Mint) {
		// pass.At(m.Call.Pos(), rule.Report{Message: "…; …", Steps: rule.MintSteps(m)})
	})
}
`

const sampleShape = `// Package sample is where the rule %[1]s starts. Label a line with
// "want %[1]s" in a comment at its end where the rule must report; lines without
// a label are near misses, where it must not.
package sample

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// IntercomJWT is right in every way that the other rules know.
func IntercomJWT(userID string) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errors.New("INTERCOM_JWT_SECRET is not set")
	}
	claims := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}
`

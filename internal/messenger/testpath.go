package messenger

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// TestPath reports that a slash path, relative to the module or repository
// root, is test code (RULES.md "Placeholders", ruling 1).
func TestPath(rel string) bool {
	rest := rel
	for {
		dir, tail, more := strings.Cut(rest, "/")
		if !more {
			return testFile(rest)
		}
		if testDirs.Has(dir) || strings.HasSuffix(dir, "Tests") {
			return true
		}
		rest = tail
	}
}

var testDirs = wordset.Set{Words: `test tests spec specs testdata fixtures __fixtures__ __tests__ __test__ __mocks__ __snapshots__ e2e
	cypress androidTest integration_test`}

func testFile(base string) bool {
	for _, suffix := range testSuffixes {
		if strings.HasSuffix(base, suffix) {
			return true
		}
	}
	low := strings.ToLower(base)
	if testConfigs.Has(low) || strings.HasPrefix(low, "test_") && strings.HasSuffix(low, ".py") {
		return true
	}
	// *.test.* and *.spec.*: something before and after, so test.js is not one.
	for _, mark := range [...]string{".test.", ".spec."} {
		if i := strings.Index(low, mark); i > 0 {
			return true
		}
	}
	name, _, _ := strings.Cut(low, ".")
	return testRunners.Has(name) && (strings.Contains(low, ".config.") || strings.Contains(low, ".conf.") || strings.Contains(low, ".setup.") || strings.Contains(low, ".workspace."))
}

// testSuffixes end the names of test files.
var testSuffixes = []string{"_test.go", "_test.dart", "Test.kt", "Tests.kt", "Test.java", "Tests.java", "Tests.swift",
	"Test.swift", "Tests.m", "_test.py", "_test.rb", "_spec.rb", "Test.php", "Tests.cs"}

// testRunners have configuration files: jest.config.js, karma.conf.js,
// vitest.setup.ts.
var testRunners = wordset.Set{Words: `jest vitest playwright cypress karma wdio protractor ava nightwatch testcafe web-test-runner`}

// testConfigs are configuration of test runners by their whole name.
var testConfigs = wordset.Set{Words: `jest.json cypress.json cypress.env.json .mocharc .mocharc.js .mocharc.cjs .mocharc.json .mocharc.yml
	.mocharc.yaml phpunit.xml phpunit.xml.dist pytest.ini tox.ini conftest.py .rspec .env.test .env.testing`}

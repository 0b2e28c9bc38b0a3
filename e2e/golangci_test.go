package e2e

import "strings"

// golangciConfig is a configuration with everything off that hides findings,
// and JSON for output. Settings are the lines below "settings:".
func golangciConfig(settings string) string {
	text := `version: "2"
linters:
  default: none
  enable: [messengerlint]
  exclusions:
    generated: disable
  settings:
    custom:
      messengerlint:
        type: module
        description: security of the Intercom Messenger
        settings:
          tests: false
`
	for line := range strings.Lines(settings) {
		text += "          " + line
	}
	return text + `
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
output:
  formats:
    json:
      path: stdout
  show-stats: false
`
}

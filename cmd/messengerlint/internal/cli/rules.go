package cli

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// listRules prints one line a rule.
func listRules(e *env) int {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for _, r := range analyzer.Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Severity, r.Title)
	}
	w.Flush()
	return e.print(b.String())
}

// explain prints the page of one rule.
func explain(_ context.Context, e *env, args []string) int {
	positional, err := parseFlags(newFlagSet(), args)
	if err == nil && len(positional) != 1 {
		err = fmt.Errorf("explain takes one rule: messengerlint explain RULE; messengerlint -list shows the rules")
	}
	if err == nil {
		err = knownRule(positional[0], ruleNames())
	}
	if err != nil {
		return e.fail(err)
	}
	var b strings.Builder
	for _, r := range analyzer.Rules() {
		if r.Name == positional[0] {
			b.WriteString(page(r))
		}
	}
	return e.print(b.String())
}

func page(r *analyzer.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\nSeverity: %s", r.Name, r.Title, r.Severity)
	for i, cwe := range r.CWE {
		if i == 0 {
			b.WriteString("   ")
		} else {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "CWE-%d", cwe)
	}
	fmt.Fprintf(&b, "\nPage: %s%s.md\n\n%s\n", rule.DocURL, r.Name, r.Doc)
	return b.String()
}

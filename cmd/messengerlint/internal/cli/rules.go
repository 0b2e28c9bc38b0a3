package cli

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// list prints one line a rule.
func list(e *env) int {
	w := tabwriter.NewWriter(e.stdout, 0, 8, 2, ' ', 0)
	for _, r := range analyzer.Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Severity, r.Title)
	}
	if w.Flush() != nil {
		return exitError
	}
	return exitOK
}

// explain prints the page of one rule.
func explain(_ context.Context, e *env, args []string) int {
	positional, err := parseFlags(newFlagSet(), args)
	if err == nil && len(positional) != 1 {
		err = fmt.Errorf("explain takes one rule: messengerlint explain RULE; messengerlint -list shows the rules")
	}
	var known []string
	for _, r := range analyzer.Rules() {
		known = append(known, r.Name)
	}
	if err == nil {
		err = knownRule(positional[0], known)
	}
	if err != nil {
		e.errorf("%v", err)
		return exitError
	}
	for _, r := range analyzer.Rules() {
		if r.Name == positional[0] {
			fmt.Fprint(e.stdout, page(r))
		}
	}
	return exitOK
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

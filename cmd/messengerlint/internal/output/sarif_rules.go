package output

import (
	"fmt"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// ruleIgnore is the rule id of problems with ignore comments. It is no rule of
// the suite: it judges the comments, not the code.
func ruleIgnore() *rule.Rule {
	return rule.New(rule.Meta{
		Name: "ignore", Title: "report ignore comments that are void", Severity: finding.Low,
	}, `// An ignore comment without a reason, for an unknown rule, or with nothing to
// suppress hides what it was meant to explain. Write
//
//	//messengerlint:ignore <rule>[,<rule>] <reason>
//
// on the line of the finding or the line above, or delete the comment.
`, nil)
}

// rules describes the rules that ran and remembers their places in the list.
func (s *sarifWriter) rules() []sarifRule {
	list := append(slices.Clone(s.report.Rules), ruleIgnore())
	for _, f := range s.report.Findings {
		if !slices.ContainsFunc(list, func(r *rule.Rule) bool { return r.Name == f.Rule }) {
			list = append(list, rule.New(rule.Meta{Name: f.Rule, Title: f.Rule, Severity: f.Severity}, "", nil))
		}
	}
	out := make([]sarifRule, 0, len(list))
	for i, r := range list {
		s.index[r.Name] = i
		out = append(out, describe(r))
	}
	return out
}

func describe(r *rule.Rule) sarifRule {
	out := sarifRule{
		ID: r.Name, HelpURI: rule.DocURL + r.Name + ".md",
		ShortDescription: sarifText{Text: r.Title}, FullDescription: sarifText{Text: firstParagraph(r)},
		Help:    sarifText{Text: helpText(r), Markdown: helpText(r)},
		Default: sarifConfiguration{r.Severity.SARIF()},
		Properties: sarifRuleProperties{
			Tags: []string{"security", "intercom", "messenger"}, Precision: "high",
			SecuritySeverity: securitySeverity(r.Severity), ProblemSeverity: problemSeverity(r.Severity),
		},
	}
	for _, cwe := range r.CWE {
		id := fmt.Sprint(cwe)
		out.Properties.Tags = append(out.Properties.Tags, "external/cwe/cwe-"+fmt.Sprintf("%03d", cwe))
		out.Relationships = append(out.Relationships, sarifRelationship{
			Target: sarifTarget{ID: id, ToolComponent: sarifToolRef{Name: "CWE", GUID: cweGUID}}, Kinds: []string{"superset"},
		})
	}
	return out
}

func helpText(r *rule.Rule) string {
	text := r.Doc
	if text == "" {
		text = r.Title
	}
	return text + "\n\nSee " + rule.DocURL + r.Name + ".md"
}

func firstParagraph(r *rule.Rule) string {
	p, _, _ := strings.Cut(r.Doc, "\n\n")
	if p = strings.Join(strings.Fields(p), " "); p == "" {
		return r.Title
	}
	return p
}

// securitySeverity is the number that GitHub sorts by: above 9 is critical,
// from 7 high, from 4 medium.
func securitySeverity(s finding.Severity) string {
	switch s {
	case finding.Critical:
		return "9.3"
	case finding.High:
		return "8.0"
	case finding.Medium:
		return "5.5"
	}
	return "2.0"
}

func problemSeverity(s finding.Severity) string {
	if word := s.SARIF(); word != "note" {
		return word
	}
	return "recommendation"
}

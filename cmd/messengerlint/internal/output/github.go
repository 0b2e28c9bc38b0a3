package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// GitHub writes workflow commands, which GitHub Actions shows beside the code.
// GitHub keeps ten of a kind a step; SARIF has no such limit.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
func GitHub(w io.Writer, r *Report, _ Style) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			continue
		}
		fmt.Fprintf(out, "::%s %s::%s\n", annotation(f.Severity), annotated(f), escapeData(annotationText(f)))
	}
	for _, i := range r.Incomplete {
		fmt.Fprintf(out, "::error file=%s,title=messengerlint%%3A incomplete::%s\n", escapeProperty(plain(i.Path)), escapeData(plain(i.Reason)))
	}
	return out.Flush()
}

func annotation(s finding.Severity) string {
	if word := s.SARIF(); word != "note" {
		return word
	}
	return "notice"
}

// annotated is the place and title of an annotation. Columns are left out where
// the range has several lines: GitHub refuses them there.
func annotated(f finding.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "file=%s", escapeProperty(strings.ToValidUTF8(f.Path, "?")))
	if f.Line > 0 {
		fmt.Fprintf(&b, ",line=%d", f.Line)
		switch {
		case f.EndLine > f.Line:
			fmt.Fprintf(&b, ",endLine=%d", f.EndLine)
		case f.EndLine == f.Line && f.EndColumn > f.Column:
			fmt.Fprintf(&b, ",col=%d,endColumn=%d", f.Column, f.EndColumn)
		default:
			fmt.Fprintf(&b, ",col=%d", f.Column)
		}
	}
	fmt.Fprintf(&b, ",title=%s", escapeProperty("messengerlint: "+f.Rule))
	return b.String()
}

func annotationText(f finding.Finding) string {
	var b strings.Builder
	b.WriteString(plain(f.Message))
	for _, s := range f.Steps {
		b.WriteByte('\n')
		if s.Path != "" {
			b.WriteString(plain(at(s.Place)) + ": ")
		}
		b.WriteString(plain(s.Text))
	}
	return b.String()
}

func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

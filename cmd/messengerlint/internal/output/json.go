package output

import (
	"encoding/json"
	"io"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// jsonVersion changes when a field changes its meaning or goes away.
const jsonVersion = 1

type jsonReport struct {
	Version    int              `json:"version"`
	Tool       jsonTool         `json:"tool"`
	Findings   []jsonFinding    `json:"findings"`
	Incomplete []jsonIncomplete `json:"incomplete"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonFinding struct {
	Rule        string           `json:"rule"`
	Severity    string           `json:"severity"`
	Level       string           `json:"level"`
	Confidence  string           `json:"confidence"`
	Path        string           `json:"path"`
	Line        int              `json:"line"`
	Column      int              `json:"column"`
	EndLine     int              `json:"endLine"`
	EndColumn   int              `json:"endColumn"`
	Message     string           `json:"message"`
	Steps       []jsonStep       `json:"steps"`
	Fingerprint string           `json:"fingerprint"`
	Suppressed  *jsonSuppression `json:"suppressed"`
	Scope       string           `json:"scope,omitempty"`
	*Commit                      // of the history alone
}

type jsonStep struct {
	Path   string `json:"path"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

type jsonSuppression struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
}

type jsonIncomplete struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// JSON writes one object, also when there is nothing to say.
func JSON(w io.Writer, r *Report, _ Style) error {
	out := jsonReport{
		Version:    jsonVersion,
		Tool:       jsonTool{"messengerlint", r.Version},
		Findings:   make([]jsonFinding, 0, len(r.Findings)),
		Incomplete: make([]jsonIncomplete, 0, len(r.Incomplete)),
	}
	for _, f := range r.Findings {
		one := toJSON(f)
		if c, ok := r.Commits[f.Fingerprint]; ok {
			one.Commit = &c
		}
		out.Findings = append(out.Findings, one)
	}
	for _, i := range r.Incomplete {
		out.Incomplete = append(out.Incomplete, jsonIncomplete(i))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func toJSON(f finding.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.SARIF(), Level: f.Severity.String(), Confidence: f.Confidence.String(),
		Path: f.Path, Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
		Message: f.Message, Steps: make([]jsonStep, 0, len(f.Steps)), Fingerprint: f.Fingerprint, Scope: f.Scope,
	}
	if out.EndLine == 0 {
		out.EndLine, out.EndColumn = out.Line, out.Column
	}
	for _, s := range f.Steps {
		out.Steps = append(out.Steps, jsonStep{s.Path, s.Line, s.Column, s.Text})
	}
	if f.Suppressed != nil {
		out.Suppressed = &jsonSuppression{f.Suppressed.Kind, f.Suppressed.Reason}
	}
	return out
}

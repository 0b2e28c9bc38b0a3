package output

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

const home = "https://github.com/messengerlint/messengerlint"

// fingerprintName carries a version: another way to count is another name.
const fingerprintName = "messengerlint/v1"

// SARIF writes one run in SARIF 2.1.0.
func SARIF(w io.Writer, r *Report, _ Style) error {
	s := &sarifWriter{src: newSources(r.Root), report: r, index: map[string]int{}}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(s.log())
}

type sarifWriter struct {
	src    *sources
	report *Report
	index  map[string]int // rule -> its place in the list
}

func (s *sarifWriter) log() sarifLog {
	rules := s.rules()
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "messengerlint", FullName: "messengerlint: security of the Intercom Messenger", Version: strings.TrimPrefix(s.report.Version, "v"),
			InformationURI: home, Rules: rules,
			Notifications:       []sarifNotice{notice()},
			SupportedTaxonomies: []sarifToolRef{{Name: "CWE", GUID: cweGUID, Index: new(0)}},
		}},
		AutomationDetails:  sarifAutomation{"messengerlint/"},
		OriginalURIBaseIDs: map[string]sarifArtifact{sarifRoot: {Description: &sarifText{Text: "the folder that messengerlint ran in"}}},
		Invocations:        []sarifInvocation{s.invocation()},
		ColumnKind:         "utf16CodeUnits",
		Taxonomies:         []sarifTaxonomy{cweTaxonomy(s.report)},
		Results:            make([]sarifResult, 0, len(s.report.Findings)),
	}
	for _, f := range s.report.Findings {
		run.Results = append(run.Results, s.result(f))
	}
	return sarifLog{sarifSchema, sarifVersion, []sarifRun{run}}
}

const noticeIncomplete = "incomplete"

func notice() sarifNotice {
	return sarifNotice{
		ID:               noticeIncomplete,
		ShortDescription: sarifText{Text: "something in scope could not be analysed"},
		FullDescription:  sarifText{Text: "A package or file in scope could not be read or understood, so findings may be missing there."},
		Help:             sarifText{Text: "Repair what the message names and run again; the exit code stays 2 until everything in scope was read."},
	}
}

// invocation says whether the whole job was done; an exit code of 1 (findings)
// is a success.
func (s *sarifWriter) invocation() sarifInvocation {
	inv := sarifInvocation{ExecutionSuccessful: len(s.report.Incomplete) == 0, ExitCode: s.report.ExitCode(s.report.FailOn)}
	for _, i := range s.report.Incomplete {
		n := sarifNotification{
			Descriptor: sarifDescriptor{ID: noticeIncomplete}, Level: "error", Message: sarifText{Text: plain(i.Path + ": " + i.Reason)},
		}
		if i.Path != "" {
			n.Locations = []sarifLocation{{Physical: &sarifPhysical{Artifact: artifact(i.Path)}}}
		}
		inv.Notifications = append(inv.Notifications, n)
	}
	return inv
}

func (s *sarifWriter) result(f finding.Finding) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: s.index[f.Rule], Level: f.Severity.SARIF(), Message: sarifText{Text: plain(f.Message)},
		Locations:           []sarifLocation{s.location(f.Place, "")},
		PartialFingerprints: map[string]string{fingerprintName: f.Fingerprint},
		Suppressions:        []sarifSuppression{},
		Rank:                rank(f.Confidence),
		Properties:          sarifResultProperties{Level: f.Severity.String(), Confidence: f.Confidence.String(), Scope: f.Scope},
	}
	if c, ok := s.report.Commits[f.Fingerprint]; ok {
		out.Properties.Commit = &c
	}
	if f.Suppressed != nil {
		kind := "external"
		if f.Suppressed.Kind == "inline" {
			kind = "inSource"
		}
		out.Suppressions = append(out.Suppressions, sarifSuppression{kind, "accepted", f.Suppressed.Reason})
	}
	if len(f.Steps) > 0 {
		out.CodeFlows = []sarifCodeFlow{{[]sarifThreadFlow{{s.flow(f)}}}}
		out.RelatedLocations = s.related(f)
	}
	return out
}

// flow is the path of the value, from its source to the place of the finding.
func (s *sarifWriter) flow(f finding.Finding) []sarifFlowLocation {
	var out []sarifFlowLocation
	for _, step := range f.Steps {
		out = append(out, sarifFlowLocation{s.location(step.Place, step.Text), "essential"})
	}
	return append(out, sarifFlowLocation{s.location(f.Place, f.Message), "essential"})
}

// related repeats the steps for viewers that do not draw code flows.
func (s *sarifWriter) related(f finding.Finding) []sarifLocation {
	var out []sarifLocation
	for _, step := range f.Steps {
		if step.Path == "" {
			continue
		}
		l := s.location(step.Place, step.Text)
		l.ID = len(out) + 1
		out = append(out, l)
	}
	return out
}

func (s *sarifWriter) location(p finding.Place, text string) sarifLocation {
	var out sarifLocation
	if text != "" {
		out.Message = &sarifText{Text: plain(text)}
	}
	if p.Path == "" {
		return out
	}
	out.Physical = &sarifPhysical{Artifact: artifact(p.Path)}
	if p.Line > 0 {
		out.Physical.Region = s.region(p)
	}
	return out
}

func (s *sarifWriter) region(p finding.Place) *sarifRegion {
	r := &sarifRegion{StartLine: p.Line}
	if p.Column > 0 {
		r.StartColumn = s.src.utf16Column(p.Path, p.Line, p.Column)
	}
	if p.EndLine < p.Line || p.EndColumn < 1 || p.EndLine == p.Line && p.EndColumn <= p.Column {
		return r
	}
	r.EndLine, r.EndColumn = p.EndLine, s.src.utf16Column(p.Path, p.EndLine, p.EndColumn)
	return r
}

// artifact refers to a file below the folder that the command ran in. What no
// URI can hold is escaped byte by byte.
func artifact(path string) sarifArtifact {
	u := (&url.URL{Path: path}).EscapedPath()
	if first, _, _ := strings.Cut(u, "/"); strings.Contains(first, ":") {
		u = "./" + u // else it would read as a scheme
	}
	a := sarifArtifact{URI: u, URIBaseID: sarifRoot}
	if strings.HasPrefix(u, "/") || strings.HasPrefix(u, "../") {
		a.URIBaseID = "" // not below it
	}
	return a
}

func rank(c finding.Confidence) float64 {
	switch c {
	case finding.ConfidenceHigh:
		return 90
	case finding.ConfidenceMedium:
		return 60
	}
	return 20
}

// plain keeps a text valid UTF-8 without control characters.
func plain(text string) string { return line(strings.ToValidUTF8(text, "?")) }

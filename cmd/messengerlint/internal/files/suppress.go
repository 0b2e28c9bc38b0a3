package files

import (
	"bytes"
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/config"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// comments are what the comments of a file say to this tool.
type comments struct {
	file       reader.File // without its data
	directives []directive.Directive
	gitleaks   map[int]bool // lines with gitleaks:allow
}

func commentsOf(f *reader.File) comments {
	return comments{file: reader.File{Path: f.Path, Name: f.Name, Ignored: f.Ignored}, directives: directivesOf(f), gitleaks: gitleaksLines(f)}
}

// suppress applies the ignore comments of a file, and gitleaks' own.
func (e *engine) suppress(o *outcome) {
	directives := o.comments.directives
	used := map[int]map[string]bool{}
	for i := range o.Findings {
		fd := &o.Findings[i]
		for n, d := range directives {
			if !d.Suppresses(fd.Rule, fd.Line) {
				continue
			}
			if used[n] == nil {
				used[n] = map[string]bool{}
			}
			used[n][fd.Rule] = true
			if fd.Suppressed == nil {
				fd.Suppressed = &finding.Suppression{Kind: "inline", Reason: d.Reason}
			}
		}
	}
	o.comments.allow(o.Findings)
	for n, d := range directives {
		if d.Problem != "" {
			o.Findings = append(o.Findings, ignoreFinding(&o.comments.file, d, d.Problem))
			continue
		}
		for _, name := range d.Rules {
			if e.opts.runs(name) && !used[n][name] && !o.comments.file.Ignored {
				o.Findings = append(o.Findings, ignoreFinding(&o.comments.file, d, directive.Unused(name)))
			}
		}
	}
}

func ignoreFinding(f *reader.File, d directive.Directive, message string) finding.Finding {
	return finding.Finding{
		Rule: ruleIgnore, Severity: finding.Low, Confidence: finding.ConfidenceHigh,
		Place: finding.Place{Path: f.Path, Line: d.Line, Column: d.Column}, Message: message,
		Fingerprint: finding.Fingerprint(ruleIgnore, f.Name, message, 0),
	}
}

// gitleaksLines are the lines with gitleaks' own mark.
func gitleaksLines(f *reader.File) map[int]bool {
	if !bytes.Contains(f.Data, []byte(gitleaks.AllowMark)) {
		return nil
	}
	lines := map[int]bool{}
	line, rest := 1, f.Data
	for len(rest) > 0 {
		i := bytes.Index(rest, []byte(gitleaks.AllowMark))
		if i < 0 {
			break
		}
		line += bytes.Count(rest[:i], []byte{'\n'})
		lines[line] = true
		rest = rest[i+len(gitleaks.AllowMark):]
	}
	return lines
}

// allow honours gitleaks:allow for what gitleaks could have found.
func (c comments) allow(fs []finding.Finding) {
	for i := range fs {
		literal := fs[i].Rule == "hardcodedsecret" || fs[i].Rule == "frontendkey"
		if literal && c.gitleaks[fs[i].Line] && fs[i].Suppressed == nil {
			fs[i].Suppressed = &finding.Suppression{Kind: "inline", Reason: gitleaks.AllowMark}
		}
	}
}

// commentMarks begin comments in the languages that are read, longest first
// where one begins another.
var commentMarks = []string{"<!--", "{{/*", "{{!--", "{#", "//", "/*", "--", "#", ";", "%", "*", "REM", "rem"}

// directivesOf finds the ignore comments of a file. In prose only an HTML
// comment is one, so that documentation may show how they are written; JSON has
// no comments, and SARIF holds our own pages.
func directivesOf(f *reader.File) []directive.Directive {
	if !bytes.Contains(f.Data, []byte(directive.Prefix)) {
		return nil
	}
	format := config.FormatOf(f.Path)
	if ext := path.Ext(f.Path); ext == ".json" || ext == ".map" || ext == ".sarif" || ownReport(f.Data) {
		return nil
	}
	var out []directive.Directive
	number := 0
	for line := range bytes.Lines(f.Data) {
		number++
		i := bytes.Index(line, []byte(directive.Prefix))
		if i < 0 {
			continue
		}
		mark := markBefore(string(line[:i]), format == config.Prose)
		if mark < 0 {
			continue
		}
		text := string(line[i:])
		for _, end := range [...]string{"-->", "*/", "#}", "--}}", "\n"} {
			text, _, _ = strings.Cut(text, end)
		}
		if verb, _, _ := strings.Cut(text[len(directive.Prefix):], " "); verb == "" {
			continue // "// messengerlint: …" is a sentence about the tool
		}
		if d, ok := directive.Parse("//"+strings.TrimSpace(text), directive.Known); ok {
			d.Line, d.Column = number, mark+1
			out = append(out, d)
		}
	}
	return out
}

// markBefore returns where the comment mark stands that a text ends with, or -1.
func markBefore(before string, prose bool) int {
	trimmed := strings.TrimRight(before, " \t")
	for _, m := range commentMarks {
		if !strings.HasSuffix(trimmed, m) {
			continue
		}
		at := len(trimmed) - len(m)
		if prose && (m != "<!--" || strings.Trim(trimmed[:at], " \t") != "") {
			return -1
		}
		return at
	}
	return -1
}

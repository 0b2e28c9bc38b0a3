package judge

import (
	"regexp"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Markup reports secrets in attributes: a hidden field or a meta element named
// for the secret.
func Markup(f *reader.File, lines *Lines, attrs []page.Attr, res *reader.Result) {
	for i, a := range attrs {
		if a.Name != "value" && a.Name != "content" {
			continue // an attribute named for the secret is found as text
		}
		name := sibling(attrs, i)
		if messenger.SecretName(name) < messenger.WeakName || messenger.Shape(a.Value) != messenger.SecretShape {
			continue
		}
		if messenger.NeedsIntercomContext(name) && !f.Intercom {
			continue
		}
		p := lines.At(a.Off)
		p.Path = f.Path
		res.Findings = append(res.Findings, finding.Finding{
			Rule: "frontendkey", Severity: finding.Critical, Confidence: finding.ConfidenceHigh, Place: p,
			Message: "the Messenger secret " + name + " is written into the page; remove it, mint on the server and rotate it",
		})
		res.Secrets = append(res.Secrets, reader.Secret{Place: p, Name: name, Value: a.Value})
	}
}

// sibling is the name attribute of the element that holds attribute i.
func sibling(attrs []page.Attr, i int) string {
	for k := max(0, i-6); k < min(len(attrs), i+7); k++ {
		a := attrs[k]
		if a.Tag == attrs[i].Tag && (a.Name == "name" || a.Name == "id") && between(attrs, i, k) {
			return a.Value
		}
	}
	return ""
}

// between says whether two attributes are close enough to be of one element.
func between(attrs []page.Attr, a, b int) bool {
	d := attrs[a].Off - attrs[b].Off
	return d > -400 && d < 400
}

var (
	// reference is a template action that prints one value as it is.
	reference = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[\s=~-]*(?:(?:raw|h|j|js|safe|safeJS|toJson|toJSON|json|jsonify|echo|print|printf|esc_js|esc_html|esc_attr|htmlspecialchars|json_encode|html_safe|escape_javascript)[\s(]+)*(?:"%[a-z]"\s+)?(['"$@.\w\[\]>:&-]+(?:\(\s*['"][\w.-]+['"]\s*(?:,\s*(?:['"]['"]|null|nil))?\s*\))?(?:\[['":]?\w+['"]?\])*)[\s);]*(?:\|.*)?$`)
	})
	reduces = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\|\s*(?:len|length|size|mask|hash|sha\w*|md5|hmac\w*|yesno|default_if|bool|truncate\w*|slice)\b`)
	})
	quoted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`['":](\w[\w.-]*)['"]?`) })
)

// Actions reports secrets that template actions print: {{.IntercomSecret}},
// <%= ENV["INTERCOM_SECRET"] %>. An action that only tests it prints nothing.
func Actions(f *reader.File, lines *Lines, actions []page.Action, res *reader.Result) {
	for _, a := range actions {
		if a.Role != page.Output {
			continue
		}
		text := strings.TrimSpace(a.Text)
		text = strings.TrimSpace(strings.TrimPrefix(text, "php"))
		if strings.HasPrefix(text, "echo ") {
			text = strings.TrimSpace(text[5:])
		}
		m := reference().FindStringSubmatch(text)
		if m == nil || reduces().MatchString(text) {
			continue
		}
		name, ok := secretRef(m[1])
		if !ok || messenger.NeedsIntercomContext(name) && !f.Intercom {
			continue
		}
		p := lines.At(a.From)
		p.Path = f.Path
		e := lines.At(a.To)
		p.EndLine, p.EndColumn = e.Line, e.Column
		res.Findings = append(res.Findings, finding.Finding{
			Rule: "frontendkey", Severity: finding.Critical, Confidence: finding.ConfidenceMedium, Place: p,
			Message: "the template prints the Messenger secret " + name + " into the page; print a proof minted on the server instead and rotate the secret",
		})
	}
}

// secretRef is the name of the secret that a reference names, if it does.
func secretRef(ref string) (string, bool) {
	for _, q := range quoted().FindAllStringSubmatch(ref, -1) {
		if messenger.SecretName(q[1]) >= messenger.WeakName {
			return q[1], true
		}
	}
	path := strings.Trim(strings.Map(func(r rune) rune {
		switch r {
		case '[', ']', '\'', '"', '>', ':', '-', '$', '@', '(', ')', ' ', '&':
			return '.'
		}
		return r
	}, ref), ".")
	for strings.Contains(path, "..") {
		path = strings.ReplaceAll(path, "..", ".")
	}
	last := path[strings.LastIndexByte(path, '.')+1:]
	if messenger.SecretName(last) >= messenger.WeakName {
		return last, true
	}
	if messenger.SecretName(path) >= messenger.WeakName {
		return path, true
	}
	return "", false
}

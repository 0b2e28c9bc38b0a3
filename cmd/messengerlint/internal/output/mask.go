package output

import (
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// A report travels further than the source, so an excerpt shows what a line
// does and none of the values in it: what stands between quotes, what a
// configuration file assigns, what looks random. It rather hides too much.

const masked = "•••"

// excerpt is a line of source with its values masked.
func (s *sources) excerpt(p finding.Place) string {
	text, ok := s.line(p.Path, p.Line)
	if !ok {
		return ""
	}
	line := string(text)
	if !utf8.ValidString(line) {
		line = strings.ToValidUTF8(line, "?")
	} else {
		line = maskRange(line, p)
	}
	line = maskLine(line, kindOf(p.Path), s.insideRaw(p))
	return clip(strings.TrimSpace(strings.ReplaceAll(line, "\t", "    ")))
}

// maskRange hides the place itself where it is a literal, whatever its quotes.
func maskRange(line string, p finding.Place) string {
	from, to := p.Column-1, p.EndColumn-1
	if p.EndLine != p.Line || from < 0 || to > len(line) || to-from < 2 {
		return line
	}
	inner := strings.Trim(line[from:to], "\"'`")
	if strings.ContainsAny(inner, " ({[.,") || len(inner) < 6 || identifier().MatchString(inner) && messenger.Shape(inner) == messenger.NoShape {
		return line // an expression, or a name
	}
	return line[:from] + masked + line[to:]
}

var identifier = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z_$][\w$]*$`) })

// sourceKind is how a file writes values.
type sourceKind uint8

const (
	code sourceKind = iota
	settings
	markup
)

func kindOf(name string) sourceKind {
	base := path.Base(name)
	switch ext := strings.ToLower(path.Ext(base)); ext {
	case ".go", ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".html", ".htm", ".gohtml", ".tmpl", ".swift", ".kt", ".kts",
		".java", ".m", ".mm", ".dart", ".py", ".rb", ".php", ".cs", ".erb", ".hbs", ".ejs":
		return code
	case ".xml", ".plist", ".storyboard":
		return markup
	}
	return settings
}

// insideRaw says whether a line begins inside a literal that spans lines.
func (s *sources) insideRaw(p finding.Place) bool {
	if kindOf(p.Path) != code {
		return false
	}
	inside := false
	for n := 1; n < p.Line; n++ {
		text, _ := s.line(p.Path, n)
		if strings.Count(string(text), "`")%2 == 1 {
			inside = !inside
		}
	}
	return inside
}

func maskLine(line string, kind sourceKind, raw bool) string {
	if kind == settings || raw {
		line = assignment().ReplaceAllString(line, "${1}${2}"+masked)
	}
	if kind == markup {
		line = between().ReplaceAllString(line, ">"+masked+"<")
	}
	return randomLooking().ReplaceAllStringFunc(maskQuoted(line), func(word string) string {
		if len(word) < 32 && !strings.ContainsAny(word, "0123456789") || strings.Contains(word, "/") && !strings.ContainsAny(word, "0123456789") || messengerName(word) {
			return word
		}
		return masked
	})
}

var (
	assignment = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([\s\-]*(?:export\s+|ENV\s+|ARG\s+)?["']?[\w.\-]+["']?)(\s*[:=]\s*|\s+)\S.*$`)
	})
	between       = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`>[^<>]+<`) })
	randomLooking = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z0-9+/_=~-]{12,}`) })
)

// maskQuoted hides what stands between quotes, to the end of the line where
// they do not close, save for words that say what is done.
func maskQuoted(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		c := line[i]
		if c != '"' && c != '\'' && c != '`' {
			b.WriteByte(c)
			i++
			continue
		}
		end := i + 1
		for end < len(line) && line[end] != c {
			if line[end] == '\\' && end+1 < len(line) {
				end++
			}
			end++
		}
		inner := line[i+1 : min(end, len(line))]
		b.WriteByte(c)
		if telling.Has(inner) || messengerName(inner) {
			b.WriteString(inner)
		} else if inner != "" {
			b.WriteString(masked)
		}
		if end < len(line) {
			b.WriteByte(c)
		}
		i = end + 1
	}
	return b.String()
}

// messengerName says whether a word is a name of the Messenger's secret rather
// than a value, such as that of an environment variable.
func messengerName(word string) bool {
	return identifier().MatchString(word) && len(word) <= 60 && strings.Trim(word, "0123456789") == word &&
		messenger.HasIntercom(word) && messenger.SecretName(word) != messenger.NoName && messenger.Shape(word) == messenger.NoShape
}

// telling are literals that are part of what a line does.
var telling = wordset.Set{Words: `user_id user_hash intercom_user_jwt email name exp iat nbf sub id uid userId userID app_id api_base created_at
	boot update shutdown identify HS256 HS384 HS512 RS256 ES256 none alg typ JWT sha1 sha256 sha512 md5 hex base64 secret key utf8 utf-8 GET POST /`}

// clip keeps an excerpt short.
func clip(line string) string {
	const most = 160
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return plain(line)
}

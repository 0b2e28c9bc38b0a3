package fix

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Hidden stands in a diff where a value stood.
const Hidden = "•••"

// Values are the texts at the places of the findings in a file that may be a
// secret, the longest first. A diff that goes into a log may not show them.
func Values(path string, data []byte, fs []finding.Finding) []string {
	lines := strings.Split(string(data), "\n")
	var out []string
	for _, f := range fs {
		if f.Path != path || f.Rule != "hardcodedsecret" || f.Line < 1 || f.Line > len(lines) || f.EndLine > len(lines) {
			continue
		}
		if f.EndLine < f.Line || f.EndLine == f.Line && f.EndColumn <= f.Column {
			out = append(out, literal(lines[f.Line-1], f.Column-1)...)
			continue
		}
		for n := f.Line; n <= f.EndLine; n++ {
			text := lines[n-1]
			if n == f.EndLine {
				text = text[:min(max(f.EndColumn-1, 0), len(text))]
			}
			if n == f.Line {
				text = text[min(max(f.Column-1, 0), len(text)):]
			}
			if text = strings.Trim(text, " \t\r,(){}\"'`"); len(text) >= shortest && text[0] != '[' { // "[]byte" is no value
				out = append(out, text)
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(out)
}

// literal is the text of a literal of which only the start is known.
func literal(line string, at int) []string {
	if at < 0 || at >= len(line) || !strings.ContainsRune("\"'`", rune(line[at])) {
		return nil
	}
	text := line[at+1:]
	if end := strings.IndexByte(text, line[at]); end >= 0 {
		text = text[:end]
	}
	if len(text) < shortest {
		return nil
	}
	return []string{text}
}

// shortest is the length from which a text at the place of a finding is hidden;
// what is shorter is a word that stands elsewhere too.
const shortest = 4

var (
	words = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("[^\\s\"'`=:,;&?{}()<>\\\\]{20,}") })
	// keyed is a literal that becomes bytes, as keys do.
	keyed = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(\\[\\]byte\\(\\s*[\"`])([^\"`]+)") })
)

// Hide replaces the values in a diff, what is shaped like one, and literals that
// become bytes. It returns how many it replaced.
func Hide(text string, values []string) (string, int) {
	hidden := 0
	for _, v := range values {
		hidden += strings.Count(text, v)
		text = strings.ReplaceAll(text, v, Hidden)
	}
	text = keyed().ReplaceAllStringFunc(text, func(m string) string {
		if strings.HasSuffix(m, Hidden) {
			return m
		}
		hidden++
		return keyed().ReplaceAllString(m, "${1}"+Hidden)
	})
	text = words().ReplaceAllStringFunc(text, func(w string) string {
		if !secret(w) {
			return w
		}
		hidden++
		return Hidden
	})
	return text, hidden
}

func secret(word string) bool {
	_, _, rest := messenger.RESTToken(word)
	_, _, jwt := messenger.JWTLiteral(word)
	if rest || jwt {
		return true
	}
	// A dot is in no secret; it joins names: cristal.NewSignerHS.
	for part := range strings.SplitSeq(word, ".") {
		if messenger.Shape(part) != messenger.NoShape {
			return true
		}
	}
	return false
}

package config

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// linkFlag is a string that the Go linker writes into the binary.
var linkFlag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`-X[ =]\s*\\?["']?([\w./@$(){}~-]*?)([\w-]+\.)?(\w+)=(\\?["']?)([^\s"'\\]*)`)
})

// ldflagsPairs reads -ldflags -X in Makefiles, Dockerfiles, CI and shell.
func ldflagsPairs(src string) []pair {
	if !strings.Contains(src, "-X") {
		return nil
	}
	var pairs []pair
	for _, g := range linkFlag().FindAllStringSubmatchIndex(src, -1) {
		pkg := ""
		if g[4] >= 0 {
			pkg = src[g[4]:g[5]]
		}
		name := src[g[6]:g[7]]
		if !mentions(pkg + name) {
			continue
		}
		value, at, end := src[g[10]:g[11]], g[10], g[11]
		// A shell or template expression may hold spaces.
		if open := strings.LastIndexAny(value, "{("); open >= 0 && !strings.ContainsAny(value[open:], "})") {
			if c := strings.IndexAny(src[end:lineEnd(src, end)], "})"); c >= 0 {
				end += c + 1
				for end < len(src) && (src[end] == '}' || src[end] == ')') {
					end++
				}
			}
		}
		pairs = append(pairs, pair{name: pkg + name, nameAt: max(g[6]-len(pkg), 0), value: src[at:end], at: at, end: end, origin: ldflags})
	}
	return pairs
}

// gradleField is a value that Gradle writes into an Android app.
var gradleField = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:buildConfigField|resValue)\s*\(?\s*["']\w+["']\s*,\s*["'](\w+)["']\s*,\s*([^\n]*)`)
})

// gradlePlaceholder is a value for the Android manifest.
var gradlePlaceholder = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`manifestPlaceholders\s*(?:\[\s*["'](\w+)["']\s*\]\s*=\s*|(?:\+?=)\s*(?:\[|mapOf\()\s*["']?(\w+)["']?\s*(?::|to)\s*)([^\n]*)`)
})

func gradlePairs(src string) []pair {
	var pairs []pair
	for _, re := range [...]*regexp.Regexp{gradleField(), gradlePlaceholder()} {
		for _, g := range re.FindAllStringSubmatchIndex(src, -1) {
			n := len(g)
			nameAt, nameEnd := g[2], g[3]
			if nameAt < 0 {
				nameAt, nameEnd = g[4], g[5]
			}
			name := src[nameAt:nameEnd]
			if !mentions(name) {
				continue
			}
			at, end := gradleValue(src, g[n-2], g[n-1])
			pairs = append(pairs, pair{name: name, nameAt: nameAt, value: src[at:end], at: at, end: end, quoted: true, origin: buildConf})
		}
	}
	return pairs
}

// gradleValue takes the quotes off "\"value\"", and the bracket and comma off
// the end.
func gradleValue(src string, at, end int) (from, to int) {
	end = at + len(withoutComment(src[at:end]))
	for end > at && strings.IndexByte(" \t\r),]", src[end-1]) >= 0 {
		end--
	}
	for at < end && strings.IndexByte(`"'\`, src[at]) >= 0 {
		at++
	}
	for end > at && strings.IndexByte(`"'\`, src[end-1]) >= 0 {
		end--
	}
	return at, end
}

// withoutComment cuts a comment off the end of a line of Gradle. One inside
// quotes is none: "https://…".
func withoutComment(line string) string {
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case strings.HasPrefix(line[i:], "//"), strings.HasPrefix(line[i:], "/*"):
			return line[:i]
		}
	}
	return line
}

// nestedKey is a key with a value of some length; the key itself does not say
// whose it is.
var nestedKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([A-Za-z_][\w.-]*)["'\]]*[ \t]*(?:=>|:=|[:=])[ \t]*(?:[\w.:]{1,40}\(["'][\w.]+["'][ \t]*,[ \t]*)?(?:[bru@$]?(["']))?([A-Za-z0-9_+/=-]{20,128})(["']?)`)
})

// nestedPairs finds keys like secret, key or value that stand below, or beside,
// a name of the Messenger: PHP and Ruby configuration, Python dictionaries,
// Terraform blocks, and YAML that is no YAML yet. Nesting is read from the
// indentation.
func nestedPairs(src string, f Format) []pair {
	var pairs []pair
	for _, g := range nestedKey().FindAllStringSubmatchIndex(src, -1) {
		key := src[g[2]:g[3]]
		quoted := g[4] < g[5] && g[8] < g[9]
		if !quoted && f != YAML || mentions(key) || !holder(key) || messenger.Shape(src[g[6]:g[7]]) == messenger.NoShape {
			continue
		}
		if name := enclosing(src, g[2], key); name != "" {
			pairs = append(pairs, pair{name: name, nameAt: g[2], value: src[g[6]:g[7]], at: g[6], end: g[7], quoted: quoted})
		}
	}
	return pairs
}

// holder reports a key that may hold a secret once something above names it.
func holder(key string) bool {
	for _, w := range messenger.Words(key) {
		switch w {
		case "secret", "key", "value", "default", "hmac":
			return true
		}
	}
	return false
}

const (
	upLines  = 60  // how far above a name is searched
	longLine = 400 // a longer line is no configuration
)

// enclosing names a key by what stands beside or around it; "" when nothing
// there speaks of the Messenger.
func enclosing(src string, at int, key string) string {
	start := lineStart(src, at)
	if at-start > longLine {
		return ""
	}
	// {name = "INTERCOM_SECRET", value = "…"} on one line, or beside it.
	beside := sibling(src, start, lineEnd(src, at), key)
	if messenger.SecretName(beside) >= messenger.WeakName {
		return beside
	}
	// variable "intercom_jwt_secret" { default = "…" }
	if open := src[start:at]; mentions(open) && strings.ContainsAny(open, "{[(") {
		return blockName(open) + "." + key
	}
	if around := ancestors(src, start, key); around != "" {
		return around
	}
	return beside
}

// ancestors joins the names of the enclosing blocks with key.
func ancestors(src string, start int, key string) string {
	indent := indentation(src[start:])
	var path []string
	found := false
	for range upLines {
		if start == 0 || indent == 0 {
			break
		}
		end := start - 1
		start = lineStart(src, end)
		line := src[start:end]
		if in := indentation(line); strings.TrimSpace(line) == "" || in >= indent || len(line) > longLine {
			continue
		} else {
			indent = in
		}
		if name := blockName(line); name != "" {
			path = append([]string{name}, path...)
			found = found || mentions(name)
		}
	}
	if !found {
		return ""
	}
	parts := strings.Split(strings.Join(append(path, key), "."), ".")
	return strings.Join(slices.Compact(parts), ".") // config.config
}

// sibling looks for the name that belongs to a key called value.
func sibling(src string, start, end int, key string) string {
	if !in(valueKeys, key) {
		return ""
	}
	indent := indentation(src[start:])
	from, to := start, end
	for range 4 {
		if from > 0 && indentation(src[lineStart(src, from-1):]) == indent {
			from = lineStart(src, from-1)
		}
		if to < len(src) && indentation(src[to+1:]) == indent {
			to = lineEnd(src, to+1)
		}
	}
	for _, span := range [...]string{src[start:end], src[from:to]} {
		if g := siblingName().FindStringSubmatch(span); g != nil && mentions(g[1]) {
			return g[1]
		}
	}
	return ""
}

var siblingName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\bname|\bkey|\bName|\bKey)["']?\s*[:=]>?\s*["']?([\w./-]*(?i:intercom|messenger)[\w.-]*)`)
})

func indentation(line string) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t' || line[n] == '-') {
		n++
	}
	return n
}

var blockWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z_][\w.-]*`) })

// blockName is what a line that opens a block is about: the word that speaks
// of the Messenger, or the first one.
func blockName(line string) string {
	first := ""
	for _, w := range blockWord().FindAllString(line, 12) {
		if messenger.HasIntercom(w) {
			return w
		}
		if first == "" {
			first = w
		}
	}
	return first
}

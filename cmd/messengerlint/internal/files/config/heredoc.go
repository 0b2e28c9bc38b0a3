package config

import (
	"regexp"
	"strings"
	"sync"
)

// heredocStart opens a text of many lines: Terraform's and Nomad's <<EOF and
// <<-EOF.
var heredocStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<<[-~]?["']?([A-Za-z_]\w*)["']?[ \t]*\r?\n`) })

// heredocPairs reads the texts in a file of HCL as what they mostly are: scripts
// of user_data, templates of environment files.
func heredocPairs(src string) []pair {
	var pairs []pair
	for from := 0; ; {
		g := heredocStart().FindStringSubmatchIndex(src[from:])
		if g == nil {
			return pairs
		}
		word, start := src[from+g[2]:from+g[3]], from+g[1]
		end := start
		for end < len(src) && strings.TrimSpace(src[end:lineEnd(src, end)]) != word {
			end = min(lineEnd(src, end)+1, len(src))
		}
		pairs = append(pairs, moved(linePairs(src[start:end], Lines), start)...)
		from = end
	}
}

// exported is a shell's assignment in a text of another format: a step of a
// Jenkinsfile, a script in a program.
var exported = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)\bexport[ \t]+\w+=[^\s'"` + "`" + `$(){};&|]+`) })

func exportPairs(src string) []pair {
	var pairs []pair
	for _, at := range exported().FindAllStringIndex(src, -1) {
		pairs = append(pairs, moved(linePairs(src[at[0]:at[1]], Lines), at[0])...)
	}
	return pairs
}

// moved puts pairs of a part of a file where they stand in the file.
func moved(pairs []pair, by int) []pair {
	for i := range pairs {
		pairs[i].nameAt += by
		if pairs[i].hasValue() {
			pairs[i].at, pairs[i].end = pairs[i].at+by, pairs[i].end+by
		}
	}
	return pairs
}

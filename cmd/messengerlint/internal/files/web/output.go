package web

import (
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// outputFolders are the folders that bundlers write to.
var outputFolders = wordset.Set{Words: `dist build .next out .output .nuxt .svelte-kit _next`}

// contentHash is what bundlers put behind the name of a file: main.3f2a1b9c.js,
// index-B7k2.js.
var contentHash = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[.-](?:[0-9a-f]{8,64}|[A-Za-z_]*[0-9][A-Za-z0-9_-]*)\.(?:chunk\.|bundle\.)?[cm]?js$`)
})

// built says whether a script too short to tell by its lines (see minified) is
// what a bundler wrote all the same: it lies where bundlers write, or has a
// content hash in its name, and nobody has laid out its text.
func built(name string, data []byte) bool {
	return len(data) < minifiedFrom && dense(data) && (inOutput(name) || contentHash().MatchString(path.Base(name)))
}

func inOutput(name string) bool {
	dir := "/" + path.Dir(name) + "/"
	if strings.Contains(dir, "/public/assets/") || strings.Contains(dir, "/public/build/") {
		return true
	}
	for part := range strings.SplitSeq(dir, "/") {
		if outputFolders.Has(part) {
			return true
		}
	}
	return false
}

// dense says whether a text has next to no white space: people write more than
// a fifth of it, what minifiers leave is a few hundredths.
func dense(data []byte) bool {
	space := 0
	for _, c := range data {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			space++
		}
	}
	return len(data) > 0 && space*10 < len(data)
}

// withoutBoots leaves the boots out: the source that a bundle is made of is what
// counts for them. Secrets and proofs made in the bundle stay.
func withoutBoots(res reader.Result) reader.Result {
	kept := res.Findings[:0]
	for _, f := range res.Findings {
		if f.Rule != "unsignedboot" {
			kept = append(kept, f)
		}
	}
	res.Findings, res.Boots = kept, nil
	return res
}

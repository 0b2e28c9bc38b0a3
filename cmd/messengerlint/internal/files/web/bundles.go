package web

import (
	"bytes"
	"context"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/bundle"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// readBundle looks for secrets in a text that is not parsed. Boots in it are
// silent: its source is what counts (RULES.md, unsignedboot).
func readBundle(ctx context.Context, f *reader.File, client bool) (reader.Result, error) {
	var res reader.Result
	hits, err := bundle.Scan(ctx, f.Data, f.Intercom || messenger.HasIntercom(f.Path))
	lines := judge.NewLines(f.Data)
	for _, h := range hits {
		addHit(f, lines, h, client, &res)
	}
	return res, err
}

// serverBundle says whether a bundle runs on a server.
func serverBundle(f *reader.File) bool {
	rel := "/" + strings.ToLower(f.Path)
	base := path.Base(rel)
	for _, p := range []string{"/server/", "/functions/", "/lambda/", "/api/", "/backend/"} {
		if strings.Contains(rel, p) {
			return true
		}
	}
	if strings.HasPrefix(base, "server.") || strings.Contains(base, ".server.") || strings.HasSuffix(base, ".cjs") {
		return true
	}
	head := f.Data[:min(len(f.Data), 1<<20)]
	return bytes.Contains(head, []byte(`require("node:`)) || bytes.Contains(head, []byte(`require("fs")`)) || bytes.Contains(head, []byte(`from"node:`)) || bytes.Contains(head, []byte(`from "node:`))
}

// addHit turns a hit into a finding.
func addHit(f *reader.File, lines *judge.Lines, h bundle.Hit, client bool, res *reader.Result) {
	place := lines.At(h.From)
	place.Path = f.Path
	end := lines.At(h.To)
	place.EndLine, place.EndColumn = end.Line, end.Column
	x := finding.Finding{Rule: "hardcodedsecret", Severity: finding.Critical, Confidence: finding.ConfidenceHigh, Place: place}
	switch h.Kind {
	case bundle.REST:
		x.Message = "an access token of Intercom's REST API is written into the source; move it to a secret store and rotate it in Intercom"
	case bundle.JWT:
		x.Message = "a Messenger JWT is written into the source; mint one for each user on the server and rotate the secret"
	case bundle.Prefix:
		prefix, _ := messenger.PublicPrefix(h.Name)
		x.Rule = "frontendkey"
		x.Message = "the Messenger secret " + h.Name + " has the public prefix " + prefix + " and ships to every visitor; rename it, read it on the server only and rotate it"
	case bundle.Used:
		x.Rule, x.Confidence = "frontendkey", finding.ConfidenceMedium
		x.Message = "the key of " + h.Name + " is written into a bundle; mint the proof on the server and rotate the secret"
		if !client {
			x.Rule = "hardcodedsecret"
		}
	default:
		switch {
		case h.Shape == messenger.LooseShape:
			x.Confidence = finding.ConfidenceLow
		case h.Strength == messenger.WeakName:
			x.Confidence = finding.ConfidenceMedium
		}
		x.Message = "the Messenger secret " + h.Name + " is written into the source; move it to a secret store, rotate it in Intercom and purge it from history"
		if client {
			x.Rule = "frontendkey"
			x.Message = "the Messenger secret " + h.Name + " is written into code that ships to the client; remove it, mint on the server and rotate it"
		}
	}
	res.Findings = append(res.Findings, x)
	if h.Value != "" && h.Kind != bundle.JWT {
		res.Secrets = append(res.Secrets, reader.Secret{Place: place, Name: h.Name, Value: h.Value})
	}
}

// phpKey finds a literal key of hash_hmac and JWT::encode.
var phpKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)(?:hash_hmac\(\s*['"]sha256['"]\s*,[^,;]{1,200},\s*|JWT::encode\([^,;]{1,200},\s*)(['"])([^'"\n]{1,200})['"]`)
})

// readRest looks for secrets in what of a page is no script: its template code
// and its markup. scripts are blanked in text.
func readRest(ctx context.Context, f *reader.File, lines *judge.Lines, text []byte, code func(off int) bool, res *reader.Result) error {
	hits, err := bundle.Scan(ctx, text, f.Intercom || messenger.HasIntercom(string(f.Data)))
	for _, h := range hits {
		addHit(f, lines, h, !code(h.From), res)
	}
	if messenger.IdentityWords(string(f.Data)) {
		for _, m := range phpKey().FindAllSubmatchIndex(text, -1) {
			v := string(text[m[4]:m[5]])
			if !messenger.Placeholder(v) && !strings.Contains(v, "$") && code(m[2]) {
				addHit(f, lines, bundle.Hit{Kind: bundle.Used, Name: "the proof", Value: v, From: m[2], To: m[5] + 1}, false, res)
			}
		}
	}
	return err
}

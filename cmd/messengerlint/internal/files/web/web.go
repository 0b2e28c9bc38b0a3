// Package web reads what a browser or a JavaScript server runs: JavaScript,
// TypeScript, JSX, Vue, Svelte, HTML and the templates that make it, bundles
// and source maps.
package web

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// wholeLimit is the size above which a script is read in windows only.
const wholeLimit = 1 << 20

// scripts are the extensions of script files.
var scripts = map[string]tree.Lang{
	".js": tree.JS, ".mjs": tree.JS, ".cjs": tree.JS, ".jsx": tree.JS, ".es6": tree.JS,
	".ts": tree.TS, ".mts": tree.TS, ".cts": tree.TS, ".tsx": tree.TSX,
}

// pages are the extensions of pages and templates.
var pages = map[string]bool{
	".html": true, ".htm": true, ".xhtml": true, ".gohtml": true, ".tmpl": true, ".gotmpl": true, ".tpl": true, ".templ": true, ".vue": true, ".svelte": true,
	".erb": true, ".ejs": true, ".hbs": true, ".handlebars": true, ".mustache": true, ".njk": true, ".php": true, ".phtml": true, ".twig": true, ".j2": true,
	".jinja": true, ".jinja2": true, ".liquid": true, ".cshtml": true, ".jsp": true, ".astro": true, ".eta": true, ".jade": true, ".pug": true, ".haml": true, ".slim": true,
}

// Reads says whether this package reads a file of that name.
func Reads(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	_, script := scripts[ext]
	return script || pages[ext] || ext == ".map"
}

// Read reads one file. An error means that it is broken or too big to be read
// whole; what was found still counts.
func Read(ctx context.Context, f *reader.File) (res reader.Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reader failed: %v", r)
		}
		sortResult(&res)
	}()
	if err := ctx.Err(); err != nil {
		return res, err
	}
	ext := strings.ToLower(path.Ext(f.Path))
	lang, script := scripts[ext]
	switch {
	case ext == ".map", len(f.Data) > wholeLimit, script && (minified(f.Data) || strings.Contains(path.Base(f.Path), ".min.")):
		return readBundle(ctx, f, !serverBundle(f))
	case script && built(f.Path, f.Data):
		res, err := readScript(ctx, f, lang)
		return withoutBoots(res), err
	case script:
		return readScript(ctx, f, lang)
	}
	return readPage(ctx, f, ext)
}

func readScript(ctx context.Context, f *reader.File, lang tree.Lang) (reader.Result, error) {
	t, err := tree.Parse(ctx, f.Data, lang)
	if err != nil {
		if actions := page.Actions(f.Data, true); len(actions) > 0 {
			if res, terr := readTemplated(ctx, f, lang, actions); terr == nil {
				return res, nil
			}
		}
	}
	if t == nil {
		res, berr := readBundle(ctx, f, false)
		return res, errors.Join(err, berr)
	}
	res := judge.Run(judge.Script{File: f, Tree: t, Text: f.Data, Link: linking(ctx, f)}, judge.NewLines(f.Data))
	readSnippets(ctx, f, t.Root, &res)
	return res, err
}

// minifiedFrom is the size below which the length of lines says little.
const minifiedFrom = 4096

// minified says whether a script was written by a machine: very long lines.
func minified(data []byte) bool {
	if len(data) < minifiedFrom {
		return false
	}
	lines, long := 1, 0
	start := 0
	for i, c := range data {
		if c == '\n' {
			lines++
			if i-start > 1500 {
				long += i - start
			}
			start = i + 1
		}
	}
	if len(data)-start > 1500 {
		long += len(data) - start
	}
	return len(data)/lines > 400 || long > len(data)*3/4
}

func sortResult(r *reader.Result) {
	r.Findings = finding.SortUnique(r.Findings)
	slices.SortStableFunc(r.Boots, func(a, b reader.Boot) int { return place(a.Place, b.Place) })
	slices.SortStableFunc(r.Mints, func(a, b reader.Mint) int { return place(a.Place, b.Place) })
}

func place(a, b finding.Place) int {
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}

// merge adds b to a.
func merge(a *reader.Result, b reader.Result) {
	a.Findings = append(a.Findings, b.Findings...)
	for _, x := range b.Mints {
		if !slices.Contains(a.Mints, x) {
			a.Mints = append(a.Mints, x)
		}
	}
	for _, x := range b.Boots {
		if !slices.ContainsFunc(a.Boots, func(y reader.Boot) bool { return y.Place == x.Place }) {
			a.Boots = append(a.Boots, x)
		}
	}
	for _, x := range b.Secrets {
		if !slices.Contains(a.Secrets, x) {
			a.Secrets = append(a.Secrets, x)
		}
	}
}

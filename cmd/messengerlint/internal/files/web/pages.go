package web

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// readPage reads the scripts of a page, once for each reading of its template
// branches, and what its markup and its template code show.
func readPage(ctx context.Context, f *reader.File, ext string) (reader.Result, error) {
	var res reader.Result
	lines := judge.NewLines(f.Data)
	component := ext == ".vue" || ext == ".svelte" || ext == ".astro"
	var actions []page.Action
	if !component {
		actions = page.Actions(f.Data, ext != ".templ")
	}
	text := f.Data
	front := page.Script{}
	if ext == ".astro" {
		front, text = page.Frontmatter(text)
	}
	var errs error
	for i, drop := range page.Variants(actions) {
		if err := ctx.Err(); err != nil {
			return res, err
		}
		masked := page.Mask(text, actions, true, drop)
		scripts, attrs := page.Scripts(masked)
		if i == 0 {
			scripts = append(scripts, page.Handlers(attrs)...)
			judge.Markup(f, lines, attrs, &res)
			inCode := func(off int) bool { return page.In(actions, off) }
			errs = errors.Join(errs, readRest(ctx, f, lines, page.Without(text, scripts), inCode, &res))
		}
		errs = errors.Join(errs, readScripts(ctx, f, lines, masked, scripts, !component, &res))
		if i > 0 {
			errs = nil
		}
	}
	if front.To > 0 {
		front.TS, front.Server = true, true
		errs = errors.Join(errs, readScripts(ctx, f, lines, f.Data, []page.Script{front}, false, &res))
	}
	judge.Actions(f, lines, actions, &res)
	res.Findings = onceAName(res.Findings)
	return res, errs
}

// onceAName keeps the first place of each public name that the markup and the
// scripts of a page read (ruling 18).
func onceAName(fs []finding.Finding) []finding.Finding {
	first := map[string]finding.Place{}
	public := func(f finding.Finding) bool {
		return f.Rule == "frontendkey" && strings.Contains(f.Message, " has the public prefix ")
	}
	for _, f := range fs {
		if old, ok := first[f.Message]; public(f) && (!ok || place(f.Place, old) < 0) {
			first[f.Message] = f.Place
		}
	}
	return slices.DeleteFunc(fs, func(f finding.Finding) bool { return public(f) && f.Place != first[f.Message] })
}

// readTemplated reads a script that a server fills in before it hands it out,
// once for each reading of its template branches.
func readTemplated(ctx context.Context, f *reader.File, lang tree.Lang, actions []page.Action) (reader.Result, error) {
	var res reader.Result
	lines := judge.NewLines(f.Data)
	for i, drop := range page.Variants(actions) {
		text := page.Mask(f.Data, actions, true, drop)
		t, err := tree.Parse(ctx, text, lang)
		if err != nil && i == 0 {
			return res, err
		}
		if t != nil {
			merge(&res, judge.Run(judge.Script{File: f, Tree: t, Text: text, Page: true}, lines))
		}
	}
	judge.Actions(f, lines, actions, &res)
	return res, nil
}

// readScripts judges the scripts of a page together, since they share the
// window, or one by one when together they do not parse.
func readScripts(ctx context.Context, f *reader.File, lines *judge.Lines, masked []byte, scripts []page.Script, html bool, res *reader.Result) error {
	if len(scripts) == 0 {
		return nil
	}
	ts, jsx, handlers := false, false, []page.Script(nil)
	var joint []page.Script
	for _, s := range scripts {
		if s.Attr {
			handlers = append(handlers, s)
			continue
		}
		ts, jsx = ts || s.TS, jsx || s.JSX
		joint = append(joint, s)
	}
	lang := tree.JS
	switch {
	case ts && jsx:
		lang = tree.TSX
	case ts:
		lang = tree.TS
	}
	run := func(list []page.Script) error {
		text := page.Only(masked, list)
		if len(bytes.TrimSpace(text)) == 0 {
			return nil
		}
		t, err := tree.Parse(ctx, text, lang)
		if t == nil {
			return err
		}
		merge(res, judge.Run(judge.Script{File: f, Tree: t, Text: text, Page: !list[0].Server, HTML: html, Link: linking(ctx, f)}, lines))
		return err
	}
	var errs error
	if len(joint) > 0 {
		t, err := tree.Parse(ctx, page.Only(masked, joint), lang)
		if err == nil && t != nil {
			merge(res, judge.Run(judge.Script{File: f, Tree: t, Text: page.Only(masked, joint), Page: !joint[0].Server, HTML: html, Link: linking(ctx, f)}, lines))
		} else {
			for _, s := range joint {
				errs = errors.Join(errs, run([]page.Script{s}))
			}
		}
	}
	for _, s := range handlers {
		_ = run([]page.Script{s}) // an attribute that is no script is no error
	}
	return errs
}

package tree

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
)

// Lang is a dialect of JavaScript.
type Lang uint8

// The dialects.
const (
	JS Lang = iota // with JSX
	TS
	TSX
)

// File is a parsed script.
type File struct {
	Root *Node
	// Client and Server tell of the directives 'use client' and 'use server'.
	Client, Server bool
	// Lost counts the stretches of text that were left out as broken.
	Lost int
}

// maxRepair bounds how often a text is repaired before giving up.
const maxRepair = 16

// maxDepth bounds how deep brackets may nest in a text that is parsed; esbuild
// and goja both recurse.
const maxDepth = 800

// Names that esbuild writes for what it lowers.
const (
	jsxName  = "__mlJsx"
	fragName = "__mlFrag"
	envName  = "__mlMetaEnv"
)

const tsconfig = `{"compilerOptions":{"experimentalDecorators":true,"verbatimModuleSyntax":true,"useDefineForClassFields":true,"jsx":"react"}}`

// Parse reads src. Broken stretches are blanked; then err is set and the file
// holds the rest. The file is nil when nothing could be read.
func Parse(ctx context.Context, src []byte, lang Lang) (f *File, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("script reader failed: %v", r)
		}
	}()
	if depth(src) > maxDepth {
		return nil, errors.New("nested too deeply")
	}
	f, err = parse(ctx, normal(src), lang)
	if err != nil && lang == JS && ctx.Err() == nil { // Flow, or TypeScript under another name
		if g, gerr := parse(ctx, withoutFlow(normal(src)), TSX); g != nil && (f == nil || g.Lost < f.Lost) {
			return g, gerr
		}
	}
	return f, err
}

func parse(ctx context.Context, text []byte, lang Lang) (*File, error) {
	r := &repairer{text: text, lang: lang}
	for range maxRepair {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		res := api.Transform(string(r.text), options(lang))
		if len(res.Errors) > 0 {
			if !r.repair(res.Errors) {
				return nil, one(message(res.Errors))
			}
			continue
		}
		return r.read(res)
	}
	return nil, r.error()
}

// read reads what esbuild wrote.
func (r *repairer) read(res api.TransformResult) (*File, error) {
	if len(bytes.TrimSpace(res.Code)) == 0 { // types and comments alone
		f := convert(&ast.Program{}, &mapping{orig: r.text})
		f.Lost = r.lost
		return f, r.error()
	}
	prog, err := parser.ParseFile(nil, "", string(maskHashbang(res.Code)), parser.IgnoreRegExpErrors)
	if err != nil && !harmless(err) {
		if prog == nil || len(prog.Body) == 0 {
			return nil, lowered(err)
		}
		r.lost++ // the parser went on after what it could not read
		r.errs = append(r.errs, lowered(err).Error())
	}
	m, err := newMapping(r.text, res.Code, res.Map)
	if err != nil {
		return nil, err
	}
	f := convert(prog, m)
	f.Lost = r.lost
	return f, r.error()
}

// normal is src with what esbuild's source map counts in another way replaced
// by as many bytes: a byte order mark, lone carriage returns, U+2028 and U+2029.
func normal(src []byte) []byte {
	bom, sep := []byte("\xef\xbb\xbf"), []byte("\xe2\x80")
	lone := false
	for i, c := range src {
		lone = lone || c == '\r' && (i+1 == len(src) || src[i+1] != '\n')
	}
	if !lone && !bytes.HasPrefix(src, bom) && !bytes.Contains(src, sep) {
		return src
	}
	out := bytes.Clone(src)
	if bytes.HasPrefix(out, bom) {
		copy(out, "   ")
	}
	for i := range out {
		switch {
		case out[i] == '\r' && (i+1 == len(out) || out[i+1] != '\n'):
			out[i] = '\n'
		case out[i] == sep[0] && i+2 < len(out) && out[i+1] == sep[1] && (out[i+2] == 0xa8 || out[i+2] == 0xa9):
			copy(out[i:], "   ")
		}
	}
	return out
}

func options(lang Lang) api.TransformOptions {
	loader := api.LoaderJSX
	switch lang {
	case TS:
		loader = api.LoaderTS
	case TSX:
		loader = api.LoaderTSX
	}
	return api.TransformOptions{
		Loader:         loader,
		Format:         api.FormatCommonJS,
		Sourcemap:      api.SourceMapExternal,
		SourcesContent: api.SourcesContentExclude,
		LegalComments:  api.LegalCommentsNone,
		TreeShaking:    api.TreeShakingFalse,
		JSX:            api.JSXTransform,
		JSXFactory:     jsxName,
		JSXFragment:    fragName,
		TsconfigRaw:    tsconfig,
		Target:         api.ESNext,
		// What goja's parser does not read is lowered.
		Supported: map[string]bool{
			"async-generator": false, "for-await": false, "logical-assignment": false,
			"decorators": false, "using": false, "import-meta": false,
			"regexp-set-notation": false, "hashbang": false,
		},
		Define:   map[string]string{"import.meta.env": envName},
		LogLevel: api.LogLevelSilent,
		LogLimit: 40,
	}
}

func maskHashbang(code []byte) []byte {
	if bytes.HasPrefix(code, []byte("#!")) {
		code = bytes.Clone(code)
		code[0], code[1] = '/', '/'
	}
	return code
}

// depth is how deep brackets nest, strings and comments not told apart.
func depth(src []byte) int {
	now, most := 0, 0
	for _, c := range src {
		switch c {
		case '(', '[', '{':
			now++
			most = max(most, now)
		case ')', ']', '}':
			now--
		}
	}
	return most
}

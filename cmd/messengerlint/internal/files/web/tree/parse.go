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

// maxRepair bounds how many broken stretches are blanked before giving up.
const maxRepair = 12

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
	text, lost := normal(src), 0
	var first error
	for range maxRepair {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		res := api.Transform(string(text), options(lang))
		if len(res.Errors) > 0 {
			blanked, counts := repair(text, res.Errors)
			if blanked == nil {
				return nil, message(res.Errors)
			}
			if counts {
				lost++
				first = errors.Join(first, message(res.Errors))
			}
			text = blanked
			continue
		}
		if len(bytes.TrimSpace(res.Code)) == 0 { // types and comments alone
			f := convert(&ast.Program{}, &mapping{orig: text})
			f.Lost = lost
			return f, first
		}
		prog, perr := parser.ParseFile(nil, "", string(maskHashbang(res.Code)), parser.IgnoreRegExpErrors)
		if perr != nil {
			return nil, fmt.Errorf("lowered script: %w", perr)
		}
		m, merr := newMapping(text, res.Code, res.Map)
		if merr != nil {
			return nil, merr
		}
		f := convert(prog, m)
		f.Lost = lost
		return f, first
	}
	return nil, first
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

func message(errs []api.Message) error {
	e := errs[0]
	if e.Location == nil {
		return errors.New("script: " + e.Text)
	}
	return fmt.Errorf("script, line %d: %s", e.Location.Line, e.Text)
}

// repair blanks what esbuild complained of: an await at the top level (which
// is no error in a module), or the chunk of text around a syntax error. counts
// is false when nothing of the program was lost.
func repair(text []byte, errs []api.Message) (out []byte, counts bool) {
	out = bytes.Clone(text)
	for _, e := range errs {
		if e.Location == nil {
			continue
		}
		off := lineStart(text, e.Location.Line) + e.Location.Column
		if off < len(text) && bytes.HasPrefix(text[off:], []byte("await")) {
			blank(out[off : off+len("await")])
		}
	}
	if !bytes.Equal(out, text) {
		return out, false
	}
	e := errs[0]
	if e.Location == nil {
		return nil, true
	}
	from, to := chunk(text, min(lineStart(text, e.Location.Line)+e.Location.Column, len(text)))
	blank(out[from:to])
	if bytes.Equal(out, text) {
		return nil, true
	}
	return out, true
}

// chunk is the stretch around off between two lines that begin at the margin,
// which in laid out code is one top-level statement.
func chunk(text []byte, off int) (from, to int) {
	from = bytes.LastIndexByte(text[:off], '\n') + 1
	for from > 0 && !margin(text[from:]) {
		from = bytes.LastIndexByte(text[:from-1], '\n') + 1
	}
	to = off
	for to < len(text) {
		next := bytes.IndexByte(text[to:], '\n')
		if next < 0 {
			return from, len(text)
		}
		if to += next + 1; margin(text[to:]) {
			return from, to
		}
	}
	return from, len(text)
}

// margin says whether a line starts a statement at the left edge.
func margin(line []byte) bool {
	if len(line) == 0 {
		return true
	}
	switch line[0] {
	case ' ', '\t', '\n', '\r', '}', ')', ']', '.', ',', ';':
		return false
	}
	return true
}

func lineStart(text []byte, line int) int {
	off := 0
	for ; line > 1; line-- {
		next := bytes.IndexByte(text[off:], '\n')
		if next < 0 {
			return off
		}
		off += next + 1
	}
	return off
}

func blank(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
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

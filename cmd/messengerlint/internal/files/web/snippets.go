package web

import (
	"bytes"
	"context"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// maxSnippets bounds how many texts of a script are read as scripts.
const maxSnippets = 20

// readSnippets reads the texts of a script that hold a script of their own:
// next/script's dangerouslySetInnerHTML, pages written by a server.
func readSnippets(ctx context.Context, f *reader.File, root *tree.Node, res *reader.Result) {
	lines := judge.NewLines(f.Data)
	count := 0
	tree.Walk(root, func(n *tree.Node) bool {
		if n.Kind != tree.Template && n.Kind != tree.String || count >= maxSnippets {
			return count < maxSnippets
		}
		if !snippet(n.Text + strings.Join(n.Parts, page.Mark)) {
			return true
		}
		masked, part, ok := maskLiteral(f.Data, n.Off)
		if !ok {
			return true
		}
		count++
		scripts := []page.Script{part}
		if bytes.Contains(masked[part.From:part.To], []byte("<script")) {
			scripts, _ = page.Scripts(page.Only(masked, scripts))
		}
		_ = readScripts(ctx, f, lines, masked, scripts, true, res) // a text that is no script is no error
		return true
	})
}

// snippet says whether a text boots the Messenger.
func snippet(text string) bool {
	return strings.Contains(text, "intercomSettings") && strings.ContainsAny(text, "{") ||
		strings.Contains(text, "Intercom(") && (strings.Contains(text, "boot") || strings.Contains(text, "update"))
}

// maskLiteral is data with what a template literal puts in marked, and escapes
// blanked; part is the stretch between its quotes.
func maskLiteral(data []byte, off int) (masked []byte, part page.Script, ok bool) {
	if off >= len(data) {
		return nil, part, false
	}
	quote := data[off]
	if quote != '`' && quote != '"' && quote != '\'' {
		return nil, part, false
	}
	out := bytes.Clone(data)
	for i := off + 1; i < len(out); i++ {
		switch {
		case out[i] == '\\' && i+1 < len(out):
			if out[i+1] == 'n' || out[i+1] == 't' || out[i+1] == 'r' || out[i+1] == '\n' {
				if out[i+1] != '\n' {
					out[i+1] = ' '
				}
			}
			out[i] = ' '
			i++
		case out[i] == quote:
			part.From, part.To = off+1, i
			return out, part, true
		case quote == '`' && out[i] == '$' && i+1 < len(out) && out[i+1] == '{':
			end := hole(out, i+2)
			for k := i; k < end; k++ {
				switch {
				case k-i < len(page.Mark):
					out[k] = page.Mark[k-i]
				case out[k] != '\n':
					out[k] = '_'
				}
			}
			i = end - 1
		case quote != '`' && out[i] == '\n':
			return nil, part, false
		}
	}
	return nil, part, false
}

// hole is the offset behind the brace that closes ${ at i.
func hole(b []byte, i int) int {
	for depth := 1; i < len(b); i++ {
		switch b[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}

package gotext

import (
	"go/ast"
	"go/token"
	"strings"
)

// buffer is a text while it is put together.
type buffer struct {
	text   strings.Builder
	pieces []piece
	used   []ast.Node // expressions that became part of it
	events int
}

func (b *buffer) add(text string, pos token.Pos, raw bool) {
	if text == "" {
		return
	}
	b.pieces = append(b.pieces, piece{off: b.text.Len(), size: len(text), pos: pos, lit: pos, raw: raw})
	b.text.WriteString(text)
}

func (b *buffer) hole(x ast.Expr) {
	b.pieces = append(b.pieces, piece{off: b.text.Len(), size: 1, pos: x.Pos(), hole: x})
	b.text.WriteByte(0)
}

// append puts another buffer behind.
func (b *buffer) append(o *buffer) {
	at := b.text.Len()
	for _, p := range o.pieces {
		p.off += at
		b.pieces = append(b.pieces, p)
	}
	b.text.WriteString(o.text.String())
	b.used = append(b.used, o.used...)
}

// maxSize bounds a text that is put together.
const maxSize = 1 << 20

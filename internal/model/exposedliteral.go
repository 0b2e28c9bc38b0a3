package model

import (
	"go/ast"
	"go/token"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// ExposedLiterals are the places of literals, and of the declarations of
// constants, that reach a page, an answer or a bundle of this package: those
// are frontendkey's (RULES.md, ruling 9). The caller holds Lock.
func (r *Result) ExposedLiterals() map[token.Pos]bool {
	out := map[token.Pos]bool{}
	for _, x := range r.Exposures() {
		if x.Logs() || x.Proof != messenger.NoProof || x.Confidence < r.opts.MinConfidence || x.leaf == nil {
			continue
		}
		x.leaf.Walk(func(v *trace.Value) bool {
			if v.Kind == trace.Const && secretText(v) {
				r.literalPlaces(v, out)
			}
			return true
		})
	}
	return out
}

// literalPlaces adds where a constant is used, declared and written.
func (r *Result) literalPlaces(v *trace.Value, out map[token.Pos]bool) {
	out[v.Pos] = true
	if !v.Decl.IsValid() {
		return
	}
	out[v.Decl] = true
	for _, n := range r.Engine().Enclosing(v.Decl) {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for i, id := range spec.Names {
				if id.Pos() == v.Decl && i < len(spec.Values) {
					out[spec.Values[i].Pos()] = true
				}
			}
		}
	}
}

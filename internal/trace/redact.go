package trace

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// redacts says whether a function makes a secret safe to show, by the
// configuration or by its name. Its result is kept apart from its argument.
func (e *Engine) redacts(name string, obj *types.Func) bool {
	if e.Redactors[name] {
		return true
	}
	if obj == nil {
		return false
	}
	for _, w := range messenger.Words(obj.Name()) {
		if redactWords[w] {
			return true
		}
	}
	return false
}

// redactWords name functions that hide most of a text. Words that name digests
// or checks of identifiers (hash, sanitize) are not among them: their results
// are proofs and ids.
var redactWords = map[string]bool{
	"redact": true, "redacted": true, "redacts": true, "redactor": true, "mask": true, "masked": true, "masks": true,
	"obfuscate": true, "obfuscated": true, "obscure": true, "obscured": true, "censor": true, "censored": true,
	"scrub": true, "scrubbed": true, "conceal": true, "concealed": true, "elide": true, "elided": true,
}

// ShortSlice is the Name of an Apply that keeps a few characters of a text:
// secret[:4], secret[len(secret)-4:].
const ShortSlice = "[:short]"

// maxShort is the number of characters that still hide a secret.
const maxShort = 8

// shortSlice says whether a slice expression keeps a few characters.
func shortSlice(v *ssa.Slice) bool {
	switch ClassOf(v.X.Type()) {
	case TypeString, TypeBytes:
	default:
		return false
	}
	if n, ok := smallConst(v.High); ok && n <= maxShort {
		return true
	}
	sub, ok := v.Low.(*ssa.BinOp)
	if !ok || v.High != nil || sub.Op != token.SUB {
		return false
	}
	n, ok := smallConst(sub.Y)
	return ok && n <= maxShort
}

func smallConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil {
		return 0, false
	}
	n := c.Int64()
	return n, n > 0
}

// shortened is a value of which a few characters are kept.
func shortened(v *Value, t types.Type) *Value {
	return &Value{Kind: Apply, Effect: catalog.Same, Name: ShortSlice, Args: []*Value{v}, Class: ClassOf(t), Type: t, Pos: v.Pos}
}

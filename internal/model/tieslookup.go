package model

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// looksUp says whether a function is named for finding, parsing or checking the
// form of something, which ties it to nobody.
func looksUp(name string) bool {
	lower := strings.ToLower(name)
	for _, p := range []string{"get", "find", "load", "lookup", "fetch", "query", "select", "parse", "decode", "exists", "read", "valid", "isvalid", "isuuid", "validate", "match", "log", "print", "bind", "scan", "unmarshal", "sprint", "len", "trim", "normalize", "sanitize", "clean", "sign", "mint", "issue", "generate", "new", "make"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return strings.Contains(lower, "jwt") || strings.Contains(lower, "hash")
}

// onlyLooksUp says whether a call answers with more than yes or no, and is given
// nothing but the id: it finds the row that the id names, whatever its name
// (EmailOf, AccountByID), since it knows nothing of who asks.
func (t *ties) onlyLooksUp(call *ssa.Call, name string) bool {
	c := call.Common()
	args := trace.CallArgs(c)
	if trace.HasRecv(c) {
		args = args[1:]
	}
	for _, a := range args {
		if _, isConst := a.(*ssa.Const); !isConst && !t.isTainted(a) {
			return false
		}
	}
	return answersWithRow(c.Signature().Results()) && !holdsWord(name, checkWords) && !t.mayKnowAsker(c)
}

// mayKnowAsker says whether what is called may hold who asks: a function whose
// body compares something, a closure, and a receiver that is not one of the
// things that a server keeps from request to request.
func (t *ties) mayKnowAsker(c *ssa.CallCommon) bool {
	if fn := t.r.Engine().StaticCallee(c); fn != nil && comparesTexts(fn) {
		return true
	}
	if !trace.HasRecv(c) {
		return c.StaticCallee() == nil
	}
	recv := trace.CallArgs(c)[0]
	return holdsWord(types.TypeString(recv.Type(), nil), askerWords) || !t.kept(recv)
}

// kept says whether a value is a package variable or a field of the receiver of
// the function, or of a field of it.
func (t *ties) kept(v ssa.Value) bool {
	for range 6 {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.FreeVar:
			b := t.r.Engine().Binding(x)
			if b == nil {
				return false
			}
			v = b
		case *ssa.Global:
			return true
		case *ssa.Parameter:
			fn := x.Parent()
			return fn.Signature.Recv() != nil && fn.Params[0] == x
		default:
			return false
		}
	}
	return false
}

// comparesTexts says whether a function compares two values that are no
// constants, or calls one that is named for comparing or deciding.
func comparesTexts(fn *ssa.Function) bool {
	if slices.ContainsFunc(fn.AnonFuncs, comparesTexts) {
		return true
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch c := instr.(type) {
			case *ssa.BinOp:
				_, left := c.X.(*ssa.Const)
				_, right := c.Y.(*ssa.Const)
				if (c.Op == token.EQL || c.Op == token.NEQ) && !left && !right {
					return true
				}
			case ssa.CallInstruction:
				name, _ := trace.FullName(c.Common())
				if holdsWord(shortName(name), checkWords) {
					return true
				}
			}
		}
	}
	return false
}

// answersWithRow says whether a function that may fail returns anything beside
// yes or no.
func answersWithRow(res *types.Tuple) bool {
	for v := range res.Variables() {
		b, basic := v.Type().Underlying().(*types.Basic)
		if !isError(v.Type()) && !(basic && b.Info()&types.IsBoolean != 0) {
			return res.Len() > 1
		}
	}
	return false
}

// Beginnings of words in the names of what holds who asks, and of what decides on
// it; short words stand whole.
var (
	askerWords = []string{"session", "viewer", "principal", "auth", "policy", "guard", "access", "permission", "current", "request", "context", "scope"}
	checkWords = []string{
		"auth", "check", "verif", "ensure", "require", "allow", "permit", "own", "assert", "access", "member", "mine", "current", "session",
		"same", "belong", "guard", "enforce", "confirm", "match", "scope", "viewer", "equal",
	}
	shortWords = []string{"can", "may", "is", "has", "my", "tie"}
)

func holdsWord(name string, beginnings []string) bool {
	return slices.ContainsFunc(messenger.Words(name), func(w string) bool {
		return slices.Contains(shortWords, w) || slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(w, b) })
	})
}

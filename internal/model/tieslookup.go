package model

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

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
// (EmailOf, AccountByID), since it knows nothing of who asks. A receiver that is
// a session or a policy may.
func (t *ties) onlyLooksUp(call *ssa.Call, name string) bool {
	c := call.Common()
	args := trace.CallArgs(c)
	if trace.HasRecv(c) {
		if len(args) == 0 || knowsAsker(args[0].Type()) {
			return false
		}
		args = args[1:]
	}
	for _, a := range args {
		if _, isConst := a.(*ssa.Const); !isConst && !t.isTainted(a) {
			return false
		}
	}
	return answersWithRow(c.Signature().Results()) && !namedAsCheck(name)
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

// knowsAsker says whether a type is named for the one who asks or for what they may do.
func knowsAsker(t types.Type) bool { return holdsWord(types.TypeString(t, nil), askerWords) }

// namedAsCheck says whether a function is named for a decision about the asker.
func namedAsCheck(name string) bool { return holdsWord(name, checkWords) }

var (
	askerWords = []string{"session", "viewer", "principal", "auth", "policy", "guard", "access", "permission", "current", "request", "context", "scope"}
	checkWords = []string{"auth", "check", "verif", "ensure", "require", "allow", "permit", "can", "may", "own", "assert", "access", "member", "mine", "current", "session", "same", "is", "has", "belongs", "guard", "enforce", "confirm", "tie", "match", "scope", "viewer"}
)

func holdsWord(name string, words []string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
}

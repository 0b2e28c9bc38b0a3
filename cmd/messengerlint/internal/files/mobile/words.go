package mobile

import "github.com/messengerlint/messengerlint/internal/wordset"

// Words of the five languages that steer the parser. Data only.

var (
	// modifiers may stand before a declaration.
	modifiers = wordset.Set{Words: `public private protected internal open final static abstract override suspend inline lateinit
		fileprivate mutating nonmutating lazy weak unowned async external operator infix tailrec data sealed inner
		synchronized transient volatile native convenience required indirect dynamic optional isolated nonisolated
		consuming borrowing noinline crossinline reified expect actual late covariant factory strictfp extern
		inout vararg companion const value annotation inner`}

	// classWords start a type declaration.
	classWords = wordset.Set{Words: `class struct enum interface object extension protocol actor mixin record`}

	// notTypes never start a typed declaration.
	notTypes = wordset.Set{Words: `return await new throw else case yield assert delete goto in is as if for while do switch try catch
		finally import package export part library break continue super this self nil null true false default when
		rethrow sizeof typedef using namespace template on show hide with implements extends`}

	// literals are names of constant values.
	literals = wordset.Set{Words: `true false nil null NULL Nil YES NO`}

	// prefixWords stand before an expression and leave its value alone.
	prefixWords = wordset.Set{Words: `await try some any consume copy yield const new unawaited_`}

	assignOps = wordset.Set{Words: `= += -= *= /= ??=`}

	// binaryOps have their precedence; higher binds tighter.
	binaryOps = map[string]int{
		"?:": 1, "??": 1, "||": 2, "&&": 3, "==": 4, "!=": 4, "===": 4, "!==": 4, "<": 4, ">": 4, "<=": 4, ">=": 4,
		"in": 4, "..": 6, "...": 6, "..<": 6, "|": 6, "^": 6, "&": 6, "+": 7, "-": 7, "*": 8, "/": 8, "%": 8,
	}
	infixPrec = 5
)

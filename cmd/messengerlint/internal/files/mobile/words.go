package mobile

// Words of the five languages that steer the parser. Data only.

var (
	// modifiers may stand before a declaration.
	modifiers = words(`public private protected internal open final static abstract override suspend inline lateinit
		fileprivate mutating nonmutating lazy weak unowned async external operator infix tailrec data sealed inner
		synchronized transient volatile native convenience required indirect dynamic optional isolated nonisolated
		consuming borrowing noinline crossinline reified expect actual late covariant factory strictfp extern
		inout vararg companion const value annotation inner`)

	// classWords start a type declaration.
	classWords = words(`class struct enum interface object extension protocol actor mixin record`)

	// notTypes never start a typed declaration.
	notTypes = words(`return await new throw else case yield assert delete goto in is as if for while do switch try catch
		finally import package export part library break continue super this self nil null true false default when
		rethrow sizeof typedef using namespace template on show hide with implements extends`)

	// literals are names of constant values.
	literals = words(`true false nil null NULL Nil YES NO`)

	// prefixWords stand before an expression and leave its value alone.
	prefixWords = words(`await try some any consume copy yield const new unawaited_`)

	assignOps = words(`= += -= *= /= ??=`)

	// binaryOps have their precedence; higher binds tighter.
	binaryOps = map[string]int{
		"?:": 1, "??": 1, "||": 2, "&&": 3, "==": 4, "!=": 4, "===": 4, "!==": 4, "<": 4, ">": 4, "<=": 4, ">=": 4,
		"in": 4, "..": 6, "...": 6, "..<": 6, "|": 6, "^": 6, "&": 6, "+": 7, "-": 7, "*": 8, "/": 8, "%": 8,
	}
	infixPrec = 5
)

// words makes a set of the words of a text.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range fields(text) {
		set[w] = true
	}
	return set
}

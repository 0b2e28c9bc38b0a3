package tree

import (
	"context"
	"testing"
)

// TestDialects reads what people write today and what they wrote once, whole.
func TestDialects(t *testing.T) {
	for name, c := range map[string]struct {
		lang Lang
		text string
	}{
		"comma after rest":  {JS, "const { a, ...rest, } = x;\nexport function f({ b, ...more, }) { return more; }\n"},
		"using":             {TS, "async function f() { using a = open(); await using b = close(); }\n"},
		"satisfies":         {TS, "export const a = { b: 1 } as const satisfies Record<string, number>;\n"},
		"abstract class":    {TS, "export abstract class A<T extends object = {}> { abstract run(): void; protected constructor(readonly x: T) {} }\n"},
		"accessor, private": {TS, "class A { accessor z = 1; #p = 2; static { boot(); } get q() { return this.#p; } }\n"},
		"type-only imports": {TS, "import type { A } from './a';\nimport { type B, c } from './b';\nexport type { A };\nc();\n"},
		"decorators":        {TS, "@Injectable() export class A { constructor(@Inject() private readonly s: S) {} @Get(':id') async one(@Param('id') id: string) { return id; } }\n"},
		"flow":              {JS, "// @flow\nimport typeof T from './t';\ntype Props = {| +user: User, cb?: ?(x: string) => void |};\nexport function boot(user: ?User, opts?: Props): void { run((user: any)); }\n"},
	} {
		f, err := Parse(context.Background(), []byte(c.text), c.lang)
		if f == nil || err != nil || f.Lost > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMessagesShowNoText: what a broken script holds may be a secret.
func TestMessagesShowNoText(t *testing.T) {
	_, err := Parse(context.Background(), []byte("const a = = \"mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq\";\nconst b = c mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWr;\n"), JS)
	if err == nil || err.Error() != `script, line 1: Unexpected "=" (and 1 more)` {
		t.Errorf("got %v", err)
	}
}

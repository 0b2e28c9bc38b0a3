package tree

import (
	"context"
	"strings"
	"testing"
)

const sample = `'use client'
import Intercom, { boot as b } from '@intercom/messenger-js-sdk';
import type { User } from './types';
import * as jwt from 'jsonwebtoken';
@Injectable()
export class Foo { constructor(@Inject() private readonly x: string, private y?: number) {}
  @Get('token') async tok(@Query('user_id') id: string): Promise<string> { return jwt.sign({ user_id: id, é: 'ü' }, process.env.INTERCOM_SECRET!, { expiresIn: '1h' }); }
}
enum E { A = 'a', B = 'b' }
const k = import.meta.env.VITE_INTERCOM_SECRET ?? 'abc';
export default function Page({ user }: { user: User }) {
  const settings = { app_id: 'x', user_id: user.id as string, ...(user.email && { email: user.email }) } satisfies object;
  if (user.a ??= 3) b(settings);
  return <><IntercomProvider appId="x" {...settings} autoBootProps={{ userId: user.id }}>{user.name}</IntercomProvider></>;
}
export async function POST(req: Request) { const { id } = await req.json(); for await (const x of y) {} return Response.json({ id }); }
const z = await fetch('x');
`

// TestPlaces checks that nodes stand where the original text has them.
func TestPlaces(t *testing.T) {
	f, err := Parse(context.Background(), []byte(sample), TSX)
	if err != nil {
		t.Fatal(err)
	}
	if !f.Client {
		t.Error("use client not seen")
	}
	bad := 0
	made := map[string]bool{"stdin_exports": true, "module": true, "require": true, "temp": true, "iter": true, "more": true, "error": true, "E2": true, "y2": true}
	Walk(f.Root, func(n *Node) bool {
		rest := sample[n.Off:]
		want := ""
		switch n.Kind {
		case Object:
			want = "{"
		case String:
			if !strings.ContainsAny(rest[:1], "'\"") && !strings.HasPrefix(rest, n.Text) {
				want = "'"
			}
		case Ident:
			if !strings.HasPrefix(n.Name, "__") && !strings.HasPrefix(n.Name, "import_") {
				want = n.Name
			}
		case Member:
			if base, _ := Path(n); base != nil && !strings.HasPrefix(base.Name, "import_") && !strings.HasPrefix(base.Name, "__") {
				want = base.Name
			}
		case Call:
			if _, _, ok := JSX(n); ok {
				want = "<"
			}
		}
		if n.Off == 0 || made[want] || made[n.Name] || strings.HasPrefix(rest, "import ") || n.Parent != nil && n.Parent.Kind == Assign {
			return true // made by esbuild
		}
		if n.Kind == Object && strings.HasPrefix(rest, "IntercomProvider") || strings.HasPrefix(rest, "export") || strings.HasPrefix(rest, "function") || strings.HasPrefix(rest, "for await") || strings.HasPrefix(rest, "E {") {
			return true // props stand at the element's name, declared names at their declaration
		}
		if !strings.HasPrefix(rest, want) {
			bad++
			t.Logf("kind %d %q name %q: text there is %.20q", n.Kind, want, n.Name, rest)
		}
		return true
	})
	if bad > 0 {
		t.Errorf("%d nodes misplaced", bad)
	}
}

// TestOddText checks places behind a byte order mark, carriage returns, line
// separators and letters outside the basic plane.
func TestOddText(t *testing.T) {
	for name, src := range map[string]string{
		"bom": "\xef\xbb\xbfcall(needle)", "crlf": "a()\r\nb('ü', needle)\r\n", "lone": "a()\rb(needle)\r",
		"separator": "a('x\u2028y'); b(needle)", "emoji": "/* 😀 */ a('😀é', needle); // 😀",
	} {
		f, err := Parse(context.Background(), []byte(src), JS)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		found := false
		Walk(f.Root, func(n *Node) bool {
			if n.Kind == Ident && n.Name == "needle" {
				found = true
				if !strings.HasPrefix(src[n.Off:], "needle") {
					t.Errorf("%s: %q stands at needle's place", name, src[n.Off:])
				}
			}
			return true
		})
		if !found {
			t.Errorf("%s: needle is lost", name)
		}
	}
}

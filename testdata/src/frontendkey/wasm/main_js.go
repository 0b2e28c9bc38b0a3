//go:build js && wasm

// The client holds the Messenger secret and hands it to JavaScript (hits: a key in a js/wasm package, a binding); the app id and
// a version are near misses.

package wasm

import (
	"runtime/debug"
	"syscall/js"
)

// note: two literals, each reported once; the first where it is bound to JS, the second where it is written
const intercomWebSecret = "Dtzr2ViuBZcDOssr_ZLFVHhh2-HsbAXREMrM2eHj"

var intercomSigningSecret = "LMAm7HhVlesFHtVVKYcInWCE-L-AsswMTFlrXqWZwCA" // want frontendkey

const appID = "e3t7b1hy"

// Bind exports the client to the page.
func Bind() {
	js.Global().Set("chatAppID", appID)
	js.Global().Set("chatKey", intercomWebSecret) // want frontendkey
	js.Global().Set("chatVersion", js.FuncOf(func(js.Value, []js.Value) any {
		if bi, ok := debug.ReadBuildInfo(); ok {
			return bi.Main.Version
		}
		return "devel"
	}))
}

func keyLength() int { return len(intercomSigningSecret) }

var _ = keyLength

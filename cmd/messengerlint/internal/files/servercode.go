package files

import (
	"bytes"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// serverModules are modules that only code for servers asks for.
var serverModules = wordset.Set{Words: `fs http https path crypto child_process express koa fastify dotenv jsonwebtoken`}

// serverCode says whether a script holds what only code for servers holds:
// modules of Node, or what compilers write at the head of a module that no
// bundler has seen. It reads whole bundles, so it looks for words: a pattern
// took half of the time that a bundle of 20 MB takes.
func serverCode(data []byte) bool {
	head := data
	if rest, ok := bytes.CutPrefix(head, []byte(`"use strict";`)); ok {
		head = bytes.TrimLeft(rest, "\t\n\f\r ")
	}
	return bytes.HasPrefix(head, []byte(`Object.defineProperty(exports, "__esModule"`)) ||
		asksFor(data, "require(", false) || asksFor(data, "from", true)
}

// asksFor says whether a word stands before the name of a server's module.
func asksFor(data []byte, word string, spaced bool) bool {
	for {
		i := bytes.Index(data, []byte(word))
		if i < 0 {
			return false
		}
		data = data[i+len(word):]
		rest := data
		if spaced {
			rest = bytes.TrimPrefix(rest, []byte(" "))
		}
		if serverModule(rest) {
			return true
		}
	}
}

// serverModule says whether a quoted name of such a module comes first.
func serverModule(text []byte) bool {
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' {
		return false
	}
	name := text[1:]
	if bytes.HasPrefix(name, []byte("node:")) {
		return true
	}
	end := bytes.IndexAny(name[:min(len(name), 20)], "\"'")
	return end > 0 && serverModules.Has(string(name[:end]))
}

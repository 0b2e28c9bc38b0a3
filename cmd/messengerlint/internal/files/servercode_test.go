package files

import "testing"

func TestServerCode(t *testing.T) {
	for text, want := range map[string]bool{
		`const e = require("express")`:                             true,
		`const e = require('node:test')`:                           true,
		`import x from "fs"`:                                       true,
		`import x from"jsonwebtoken"`:                              true,
		`import x from  "fs"`:                                      false,
		`import x from "fs/promises"`:                              false,
		`a.from(b),require("react"),import{x}from "child_process"`: true,
		`require( "fs")`:                                           false,
		`require("react")`:                                         false,
		`from`:                                                     false,
		`require("fs`:                                              false,
		`"use strict";` + "\n" + `Object.defineProperty(exports, "__esModule", {value: true})`: true,
		`Object.defineProperty(exports, "__esModule", {})`:                                     true,
		`;Object.defineProperty(exports, "__esModule", {})`:                                    false,
	} {
		if got := serverCode([]byte(text)); got != want {
			t.Errorf("serverCode(%q) = %v, want %v", text, got, want)
		}
	}
}

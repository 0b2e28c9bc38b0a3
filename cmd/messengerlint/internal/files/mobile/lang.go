package mobile

import "path"

// lang is a source language.
type lang uint8

const (
	unknownLang lang = iota
	swift
	objc
	kotlin
	java
	dart
)

// langOf tells the language of a file by its extension. Headers are read as
// Objective-C: C headers parse as well.
func langOf(file string) lang {
	switch path.Ext(file) {
	case ".swift":
		return swift
	case ".m", ".mm", ".h":
		return objc
	case ".kt", ".kts":
		return kotlin
	case ".java":
		return java
	case ".dart":
		return dart
	}
	return unknownLang
}

// Extensions lists the file name extensions that Read understands.
func Extensions() []string {
	return []string{".swift", ".m", ".mm", ".h", ".kt", ".kts", ".java", ".dart"}
}

// newlines says whether a line break may end a statement.
func (l lang) newlines() bool { return l == swift || l == kotlin }

// typedDecls says whether declarations start with a type.
func (l lang) typedDecls() bool { return l == java || l == dart || l == objc }

// trailingClosures says whether f(x) { … } passes a closure.
func (l lang) trailingClosures() bool { return l == swift || l == kotlin }

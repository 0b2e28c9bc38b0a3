package catalog

import "strings"

// Canonical strips a vendoring prefix from every import path in a full name:
// GOPATH and Bazel trees show "…/vendor/github.com/…".
func Canonical(fullName string) string {
	const mark = "/vendor/"
	i := strings.LastIndex(fullName, mark)
	if i < 0 {
		return fullName
	}
	start := strings.LastIndexAny(fullName[:i], "(*") + 1
	return fullName[:start] + fullName[i+len(mark):]
}

// JWT returns what the function does to a token or a MAC.
func JWT(fullName string) (Call, bool) { c, ok := jwtCalls[fullName]; return c, ok }

// Alg returns the algorithm ("HS256", "RS256", "none") that a package variable,
// constant or parameterless function of a JWT library stands for.
func Alg(object string) (string, bool) { a, ok := algObjects[object]; return a, ok }

// Field returns what a struct field of a JWT library holds.
func Field(object string) (FieldRole, bool) { r, ok := jwtFields[object]; return r, ok }

// Hash returns the digest that a hash constructor makes ("SHA-256").
func Hash(fullName string) (string, bool) { h, ok := hashes[fullName]; return h, ok }

// MintImport says whether a package that imports path may mint a proof.
func MintImport(path string) bool { return mintImports[path] }

// SourceOf returns what a reading function returns.
func SourceOf(fullName string) (Source, bool) { s, ok := sources[fullName]; return s, ok }

// FieldSource returns the kind of value that a struct field of a library holds
// ("net/http.Request.Host" is Request).
func FieldSource(object string) (SourceKind, bool) { k, ok := fieldSources[object]; return k, ok }

// TransformOf returns how a pure function passes values on.
func TransformOf(fullName string) (Transform, bool) { t, ok := transforms[fullName]; return t, ok }

// SinkOf returns which arguments of a function leave the server, and how.
func SinkOf(fullName string) (Sink, bool) { s, ok := sinks[fullName]; return s, ok }

// NoReturn says whether a function ends the program or the goroutine.
func NoReturn(fullName string) bool { return noReturn[fullName] }

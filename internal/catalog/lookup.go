package catalog

import (
	"strings"
	"sync"
)

// The tables hold some thousands of entries. Building them takes longer than a
// linter may spend before main, so each is built at its first use.
var (
	jwtCalls     = sync.OnceValue(jwtTable)
	algObjects   = sync.OnceValue(algTable)
	jwtFields    = sync.OnceValue(fieldTable)
	hashes       = sync.OnceValue(hashTable)
	sources      = sync.OnceValue(allSources)
	fieldSources = sync.OnceValue(allFieldSources)
	transforms   = sync.OnceValue(transformTable)
	sinks        = sync.OnceValue(sinkTable)
	sinkFields   = sync.OnceValue(fieldSinks)
	noReturn     = sync.OnceValue(noReturnTable)
	urls         = sync.OnceValue(urlTable)
)

// Canonical strips a vendoring prefix from every import path in a full name:
// GOPATH and Bazel trees show "…/vendor/github.com/…". It strips the type
// parameters of a generic receiver too.
func Canonical(fullName string) string {
	if i := strings.IndexByte(fullName, '['); i > 0 {
		if j := strings.LastIndexByte(fullName, ']'); j > i {
			fullName = fullName[:i] + fullName[j+1:]
		}
	}
	const mark = "/vendor/"
	i := strings.LastIndex(fullName, mark)
	if i < 0 {
		return fullName
	}
	start := strings.LastIndexAny(fullName[:i], "(*") + 1
	return fullName[:start] + fullName[i+len(mark):]
}

// JWT returns what the function does to a token or a MAC.
func JWT(fullName string) (Call, bool) { c, ok := jwtCalls()[fullName]; return c, ok }

// Alg returns the algorithm ("HS256", "RS256", "none") that a package variable,
// constant or parameterless function of a JWT library stands for.
func Alg(object string) (string, bool) { a, ok := algObjects()[object]; return a, ok }

// Field returns what a struct field of a JWT library holds.
func Field(object string) (FieldRole, bool) { r, ok := jwtFields()[object]; return r, ok }

// HashOf returns the digest that a hash constructor makes ("SHA-256").
func HashOf(fullName string) (string, bool) { h, ok := hashes()[fullName]; return h, ok }

// SourceOf returns what a reading function returns.
func SourceOf(fullName string) (Source, bool) { s, ok := sources()[fullName]; return s, ok }

// FieldSource returns the kind of value that a struct field of a library holds
// ("net/http.Request.Host" is Request).
func FieldSource(object string) (SourceKind, bool) { k, ok := fieldSources()[object]; return k, ok }

// TransformOf returns how a pure function passes values on.
func TransformOf(fullName string) (Transform, bool) { t, ok := transforms()[fullName]; return t, ok }

// SinkOf returns which arguments of a function leave the server, and how.
func SinkOf(fullName string) (Sink, bool) { s, ok := sinks()[fullName]; return s, ok }

// FieldSink returns where the value of a struct field goes when the struct is
// used ("net/http.Cookie.Value" is Cookie): what leaves is no argument of a call.
func FieldSink(object string) (SinkKind, bool) { k, ok := sinkFields()[object]; return k, ok }

// URLOf returns the argument of a function that is the URL of a request.
func URLOf(fullName string) (Arg, bool) { a, ok := urls()[fullName]; return a, ok }

// NoReturn says whether a function ends the program or the goroutine.
func NoReturn(fullName string) bool { return noReturn()[fullName] }

func jwtTable() map[string]Call {
	return merge(golangCalls(), jwxCalls(), joseCalls(), otherCalls(), wrapperCalls(), hmacCalls())
}

func algTable() map[string]string {
	t := map[string]string{}
	golangAlgs(t)
	jwxAlgs(t)
	joseAlgs(t)
	otherAlgs(t)
	return t
}

func fieldTable() map[string]FieldRole {
	t := map[string]FieldRole{}
	golangFields(t)
	joseFields(t)
	otherFields(t)
	wrapperFields(t)
	return t
}

func allSources() map[string]Source {
	return merge(envSources(), configSources(), flagSources(), storeSources(), requestSources(), tokenSources())
}

func allFieldSources() map[string]SourceKind {
	t := map[string]SourceKind{}
	storeFields(t)
	requestFields(t)
	return t
}

func sinkTable() map[string]Sink {
	return merge(httpSinks(), browserSinks(), logSinks(), errorSinks())
}

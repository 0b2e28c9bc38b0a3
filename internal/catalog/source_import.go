package catalog

import "sync"

var sourceImports = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for name := range sources() {
		out[packageOf(name)] = true
	}
	return out
})

// SourceImport says whether functions of a package read settings or requests.
func SourceImport(path string) bool { return sourceImports()[path] }

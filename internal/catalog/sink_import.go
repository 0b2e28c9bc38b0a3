package catalog

import "sync"

var sinkImports = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for name := range sinks() {
		out[packageOf(name)] = true
	}
	return out
})

// SinkImport says whether a package that imports path may let values out.
func SinkImport(path string) bool { return sinkImports()[path] }

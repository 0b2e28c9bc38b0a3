package flow

import "strings"

// registries are hosts that serve packages of npm to browsers under their
// names, with what stands before the name in the path.
var registries = []string{
	"esm.sh/", "esm.run/", "unpkg.com/", "cdn.skypack.dev/", "cdn.jsdelivr.net/npm/", "ga.jspm.io/npm:", "jspm.dev/npm:", "jspm.dev/",
}

// packageOf is the name of the package that an import names: as npm has it, also
// where the import names a CDN, a version or a scheme of Node or Deno.
func packageOf(spec string) string {
	if rest, ok := strings.CutPrefix(spec, "node:"); ok {
		return rest
	}
	rest, npm := strings.CutPrefix(spec, "npm:")
	if !npm {
		address, ok := strings.CutPrefix(spec, "https://")
		if !ok {
			return spec
		}
		for _, r := range registries {
			if rest, npm = strings.CutPrefix(address, r); npm {
				break
			}
		}
		if !npm {
			return spec
		}
	}
	rest, _, _ = strings.Cut(rest, "?")
	parts := strings.Split(strings.TrimPrefix(rest, "/"), "/")
	scoped := 0
	if strings.HasPrefix(parts[0], "@") && len(parts) > 1 {
		scoped = 1
	}
	// The version stands behind the name: @scope/name@1.2/path.
	parts[scoped], _, _ = strings.Cut(parts[scoped], "@")
	if last := len(parts) - 1; last > scoped && parts[last] == "+esm" {
		parts = parts[:last]
	}
	return strings.Join(parts, "/")
}

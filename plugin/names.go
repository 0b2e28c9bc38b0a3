package plugin

import "reflect"

// names lists the settings by the names that .golangci.yml uses.
func names() []string {
	var out []string
	for f := range reflect.TypeFor[Settings]().Fields() {
		out = append(out, f.Tag.Get("json"))
	}
	return out
}

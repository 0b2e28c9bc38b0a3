package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// BuildVersion says what this binary is made of.
type BuildVersion struct{ Version, Go, Tools string }

// release is the version of a released binary, set by the linker: such a build
// comes from a working copy and so has no module version.
var release string

// Version reads the build information of the binary.
func Version() BuildVersion {
	v := BuildVersion{Version: "(devel)", Go: runtime.Version(), Tools: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if release != "" {
		v.Version = release
	} else if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, dep := range info.Deps {
		if dep.Path == "golang.org/x/tools" {
			v.Tools = dep.Version
			if dep.Replace != nil {
				v.Tools = dep.Replace.Version
			}
		}
	}
	return v
}

func (v BuildVersion) line() string {
	return fmt.Sprintf("messengerlint %s (%s, golang.org/x/tools %s)", v.Version, v.Go, v.Tools)
}

package plugin

import (
	"fmt"
	"runtime/debug"
)

// oldest is the first golangci-lint whose cache knows which version of a plugin
// made a result. An older one serves the results of an older messengerlint.
const (
	oldestMajor = 2
	oldestMinor = 15
)

// checkHost refuses a golangci-lint that is too old. Builds without a version
// (from a working copy) pass.
func checkHost(info *debug.BuildInfo) error {
	for _, m := range append([]*debug.Module{&info.Main}, info.Deps...) {
		switch m.Path {
		case "github.com/golangci/golangci-lint":
			return tooOld(m.Version)
		case "github.com/golangci/golangci-lint/v2":
			var major, minor int
			if n, _ := fmt.Sscanf(m.Version, "v%d.%d", &major, &minor); n < 2 {
				continue
			}
			if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
				return tooOld(m.Version)
			}
		}
	}
	return nil
}

func tooOld(version string) error {
	return fmt.Errorf("messengerlint needs golangci-lint v%d.%d or later and was built into %s; raise version in .custom-gcl.yml and run golangci-lint custom again",
		oldestMajor, oldestMinor, version)
}

package plugin

import (
	"fmt"
	"regexp"
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
			version := m.Version
			if !numbered(version) {
				version = linked(info)
			}
			var major, minor int
			if n, _ := fmt.Sscanf(version, "v%d.%d", &major, &minor); n < 2 {
				continue
			}
			if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
				return tooOld(version)
			}
		}
	}
	return nil
}

func numbered(version string) bool { return len(version) > 1 && version[0] == 'v' }

var linkedVersion = regexp.MustCompile(`main\.version=(v[0-9.]+)`)

// linked is the version that "golangci-lint custom" hands to the linker. The go
// command leaves the version of a clone out where it may not ask git
// (-buildvcs=false, or a folder of another user in a container).
func linked(info *debug.BuildInfo) string {
	for _, s := range info.Settings {
		if m := linkedVersion.FindStringSubmatch(s.Value); s.Key == "-ldflags" && m != nil {
			return m[1]
		}
	}
	return ""
}

func tooOld(version string) error {
	return fmt.Errorf("messengerlint needs golangci-lint v%d.%d or later and was built into %s; raise version in .custom-gcl.yml and run golangci-lint custom again",
		oldestMajor, oldestMinor, version)
}

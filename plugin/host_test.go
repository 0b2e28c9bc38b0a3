package plugin

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestCheckHost(t *testing.T) {
	const v2 = "github.com/golangci/golangci-lint/v2"
	for _, tt := range []struct {
		path, version string
		ok            bool
	}{
		{v2, "v2.15.0", true},
		{v2, "v2.16.1-0.20260101000000-abcdefabcdef", true},
		{v2, "v3.0.0", true},
		{v2, "(devel)", true},
		{v2, "", true},
		{v2, "v2.14.9", false},
		{v2, "v2.1.0+dirty", false},
		{"github.com/golangci/golangci-lint", "v1.64.8", false},
		{"golang.org/x/tools", "v0.1.0", true},
	} {
		module := debug.Module{Path: tt.path, Version: tt.version}
		for _, info := range []*debug.BuildInfo{{Main: module}, {Deps: []*debug.Module{&module}}} {
			err := checkHost(info)
			if (err == nil) != tt.ok {
				t.Errorf("%s %s: error %v", tt.path, tt.version, err)
			}
			if err != nil && !strings.Contains(err.Error(), ".custom-gcl.yml") {
				t.Errorf("%s: %v does not say what to do", tt.version, err)
			}
		}
	}
}

// TestLinkedHost: what "golangci-lint custom" builds without a version from git.
func TestLinkedHost(t *testing.T) {
	for version, ok := range map[string]bool{"v2.14.0-custom-gcl-4x9GpKcYqvg": false, "v2.15.0-custom-gcl-4x9GpKcYqvg": true, "": true} {
		info := &debug.BuildInfo{
			Main:     debug.Module{Path: "github.com/golangci/golangci-lint/v2", Version: "(devel)"},
			Settings: []debug.BuildSetting{{Key: "-ldflags", Value: "-s -w -X 'main.version=" + version + "' -X 'main.date=2026-11-24'"}},
		}
		if err := checkHost(info); (err == nil) != ok {
			t.Errorf("linked as %q: error %v", version, err)
		}
	}
}

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

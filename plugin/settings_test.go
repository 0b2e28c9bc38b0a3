package plugin

import (
	"os"
	"strings"
	"testing"
)

// TestExample holds docs/golangci.yml to the settings that there are.
func TestExample(t *testing.T) {
	data, err := os.ReadFile("../docs/golangci.yml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names() {
		if !strings.Contains(string(data), "          "+name+": ") {
			t.Errorf("docs/golangci.yml does not show %s", name)
		}
	}
}

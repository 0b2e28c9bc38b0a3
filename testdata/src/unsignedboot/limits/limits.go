// Package limits: boots without a proof where unsignedboot does not see it.
package limits

import (
	"fmt"
	"io"
	"maps"
)

// Piecewise writes the snippet from pieces that several functions know.
func Piecewise(w io.Writer, appID, userID string) {
	start(w, appID)
	field(w, "user"+"_"+suffix(), userID)
	io.WriteString(w, "};</script>")
}

func start(w io.Writer, appID string) {
	fmt.Fprintf(w, "<script>window.intercomSettings = {app_id: %q,", appID) // miss unsignedboot: a snippet that is put together from pieces in several functions is open
}

func suffix() string { return "id" }

func field(w io.Writer, name, value string) { fmt.Fprintf(w, "%s: %q,", name, value) }

// Merged boots with whatever attributes are handed in, and no proof among them.
func Merged(appID string, attributes map[string]any) map[string]any {
	intercomSettings := map[string]any{"app_id": appID} // miss unsignedboot: settings that are filled from a map known at run time are open
	maps.Copy(intercomSettings, attributes)
	return intercomSettings
}

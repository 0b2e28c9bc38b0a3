// Package buildtags: files that are generated or outside the default build count (hits); test files do not (near miss).
package buildtags

import "os"

// Key returns the key of the deployment.
func Key() (string, bool) { return os.LookupEnv("INTERCOM_IDENTITY_SECRET") }

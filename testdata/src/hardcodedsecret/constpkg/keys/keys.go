// Package keys collects the constants of the product. The Intercom one is reported here by its name (hit); the neutral
// one is reported where it becomes a key of the Messenger; the build id is a git SHA (near miss).
package keys

const (
	// IntercomMessengerSecret is the web key of the production workspace.
	IntercomMessengerSecret = "9ibXwlr7NsyOXQDEIyMYf0jE6TKb2Ml0vGKw2iLN" // want hardcodedsecret

	// ChatSeed is used by the portal.
	ChatSeed = "VCPKA_vmU_xs2JNIrlWLC4QhheYosRJJ7Nu0nkRkaOz"

	// BuildCommit is stamped by the release script.
	BuildCommit = "bef11236cfad8a22560121ee4930ae19bbf6076b"
)

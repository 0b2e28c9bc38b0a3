// Package keys collects the constants of the product. The Intercom one is reported here by its name (hit); the neutral
// one is reported where it becomes a key of the Messenger; the build id is a git SHA (near miss).
package keys

const (
	// IntercomMessengerSecret is the web key of the production workspace.
	IntercomMessengerSecret = "aeuaVI3UumZ8x5GVjxo-LNG2PTzcj9t0J2-9YnE4" // want hardcodedsecret

	// ChatSeed is used by the portal.
	ChatSeed = "MdXg9lKyiHf6RckyXsRITmDssv-MjEKLrFQqVhfi2X3"

	// BuildCommit is stamped by the release script.
	BuildCommit = "25c6794655d1a724f874188f6f0d29e818f01eae"
)

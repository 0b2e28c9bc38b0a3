//go:build devtools

// Command devtools seeds a developer's workspace.
package main

import "fmt"

var (
	intercomIdentitySecret = "cePjJE5ztOc9bh0qUky3EoTJnj3oFDb9CAKy0iXA" // want hardcodedsecret
	intercomAppID          = "dev00001"
	githubRevision         = "abc0c75747bd1a16ac0ac51c4ed24ab9bb29bc64"
)

func main() {
	fmt.Println(intercomAppID, githubRevision, len(intercomIdentitySecret))
}

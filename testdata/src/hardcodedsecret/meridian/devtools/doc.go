//go:build !devtools

// Command devtools seeds a developer's workspace; build it with -tags devtools.
package main

func main() {}

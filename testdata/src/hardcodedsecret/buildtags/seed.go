//go:build ignore

// Seed fills a staging workspace; it is outside the default build and read for literals only (hit by name and shape, and the
// REST token; the client secret is a near miss).

package main

import "fmt"

const intercomMessengerSecret = "pk2vsqaKZ5yqOcYZZl8TrV2GNHjbcnBUg-OBmKE5" // want hardcodedsecret

const restToken = "dG9rOmEzNWExY2E0X2MwMjhfNjA4MF83NTY3XzNiMGY3Nzk0YWYzZDoxOjA=" // want hardcodedsecret

const intercomClientSecret = "gX5F2APTemC8FjcOZfwEbjyn2r2k8v7AzWrgwJYI"

func main() {
	fmt.Println(len(intercomMessengerSecret), len(restToken), len(intercomClientSecret))
}

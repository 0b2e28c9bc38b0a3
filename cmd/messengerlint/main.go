// Messengerlint checks that the Intercom Messenger of a product is secured as
// Intercom asks. Run "messengerlint help" for its use.
package main

import (
	"os"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }

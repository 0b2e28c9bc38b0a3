// Hello is the smallest program: what every start costs.
package main

import "os"

func main() { _, _ = os.Stdout.WriteString("hello\n") }

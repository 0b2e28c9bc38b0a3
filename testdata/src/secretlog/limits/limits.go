// Package limits: secrets and proofs in logs where secretlog does not see them.
package limits

import (
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"os/exec"
	"strings"
)

// Dump logs every answer, that of the token endpoint too.
func Dump(resp *http.Response) {
	dump, err := httputil.DumpResponse(resp, true)
	if err == nil {
		log.Printf("%s", dump) // miss secretlog: a dump of a whole request or answer is not known to hold a proof
	}
}

// Environ logs the environment of the process.
func Environ() {
	log.Print(strings.Join(os.Environ(), "\n")) // miss secretlog: the environment as a whole is not known to hold the secret
}

// Run starts a tool with the secret in its arguments, which process lists show.
func Run() error {
	return exec.Command("sign-chat", "--key", os.Getenv("INTERCOM_JWT_SECRET")).Run() // miss secretlog: arguments of a child process are no log here
}

// sink is what plugins offer; nothing in its name speaks of logs.
type sink interface{ Put(text string) }

// Told hands the secret to a plugin, which writes it to a collector.
func Told(to sink) {
	to.Put("key " + os.Getenv("INTERCOM_JWT_SECRET")) // miss secretlog: a method that is not named like a logger's and has no body in sight is no log
}

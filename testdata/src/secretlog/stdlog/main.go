// Package stdlog: the secret in package log and fmt (hits); its length, whether it is set, a mask and the app id are near
// misses.
package stdlog

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

// Boot reads the configuration of the relay.
func Boot() string {
	secret := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if secret == "" {
		log.Fatal("INTERCOM_IDENTITY_SECRET is not set")
	}
	log.Printf("starting relay, intercom secret %s", secret) // want secretlog
	return secret
}

// BootQuiet differs by what it prints.
func BootQuiet() string {
	secret := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if secret == "" {
		log.Fatal("INTERCOM_IDENTITY_SECRET is not set")
	}
	log.Printf("starting relay, intercom secret of %d characters", len(secret))
	return secret
}

// Dump prints the environment that the relay uses.
func Dump() {
	fmt.Println("INTERCOM_APP_ID", os.Getenv("INTERCOM_APP_ID"))
	fmt.Println("INTERCOM_JWT_SECRET", os.Getenv("INTERCOM_JWT_SECRET")) // want secretlog
	fmt.Printf("set: %t\n", os.Getenv("INTERCOM_JWT_SECRET") != "")
}

func mask(s string) string {
	if len(s) < 8 {
		return "***"
	}
	return s[:2] + strings.Repeat("*", 8)
}

// Doctor checks the deployment.
func Doctor(w *log.Logger, intercomMessengerSecret string) {
	w.Println("messenger secret:", intercomMessengerSecret) // want secretlog
	w.Println("messenger secret:", mask(intercomMessengerSecret))
	w.Println("messenger secret set:", intercomMessengerSecret != "")
}

// Debug logs requests.
func Debug(intercomSigningSecret []byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method, r.URL.Path, "key", string(intercomSigningSecret)) // want secretlog
		log.Println(r.Method, r.URL.Path, "key bytes", len(intercomSigningSecret))
		next.ServeHTTP(w, r)
	})
}

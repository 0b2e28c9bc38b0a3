// Package limits: secrets that reach a browser where frontendkey does not see it.
package limits

import (
	"database/sql"
	"encoding/base64"
	"net/http"
	"os"
	"os/exec"
)

// Store saves the secret in a table of settings, which another handler serves.
func Store(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO public_settings (name, value) VALUES ('chat', ?)", os.Getenv("INTERCOM_JWT_SECRET")) // miss frontendkey: what goes through a database, a queue or a cache is not followed
	return err
}

// Serve is the other handler.
func Serve(db *sql.DB, w http.ResponseWriter) {
	var value string
	if err := db.QueryRow("SELECT value FROM public_settings WHERE name = 'chat'").Scan(&value); err == nil {
		w.Write([]byte(value))
	}
}

// Build hands the secret to the bundler of the frontend.
func Build() error {
	cmd := exec.Command("npm", "run", "build")
	cmd.Env = append(os.Environ(), "CHAT_KEY="+os.Getenv("INTERCOM_JWT_SECRET")) // miss frontendkey: what a child process does with its environment is not known
	return cmd.Run()
}

// Shifted hides the secret in a way that any reader of the page can undo.
func Shifted(w http.ResponseWriter) {
	secret := []byte(os.Getenv("INTERCOM_JWT_SECRET"))
	out := make([]byte, len(secret))
	for i := range secret {
		out[i] = secret[len(secret)-1-i]
	}
	w.Write([]byte(base64.StdEncoding.EncodeToString(out))) // miss frontendkey: a secret that is encoded by hand before it leaves is not followed
}

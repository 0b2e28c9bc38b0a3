// Package embedserve: the secret sits in a file that is embedded and served (hit, in static/config.js); an embedded file that
// is not served and has no key is the near miss.
package embedserve

import (
	"embed"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed static
var static embed.FS

//go:embed private/signer.txt
var signerApp string

// Handler serves the client.
func Handler() (http.Handler, error) {
	sub, err := fs.Sub(static, "static")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(sub)))
	mux.HandleFunc("GET /app-id", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.TrimSpace(signerApp)))
	})
	return mux, nil
}

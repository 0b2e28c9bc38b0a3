// Package httpx writes JSON answers.
package httpx

import (
	"encoding/json"
	"net/http"
)

// JSON writes v with the status; answers are never cached.
func JSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// Fail writes an error without its details.
func Fail(w http.ResponseWriter, status int) {
	http.Error(w, http.StatusText(status), status)
}

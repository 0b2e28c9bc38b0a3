// Package httpx is the neutral JSON helper of the monorepo (near miss: nothing is reported here).
package httpx

import (
	"encoding/json"
	"net/http"
)

// JSON writes v.
func JSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// Package reply has the neutral answers of the monorepo (near miss: nothing is reported here).
package reply

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

// Data is the envelope of every answer.
type Data struct {
	Data any `json:"data"`
}

// OK answers in an envelope.
func OK(w http.ResponseWriter, v any) { write(w, 200, Data{Data: v}) }

func write(w http.ResponseWriter, code int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(code)
	_, _ = w.Write(b)
}

// Encode writes to any writer.
func Encode(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }

// Buffered encodes first.
func Buffered[T any](w http.ResponseWriter, v T) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(v); err != nil {
		return
	}
	_, _ = buf.WriteTo(w)
}

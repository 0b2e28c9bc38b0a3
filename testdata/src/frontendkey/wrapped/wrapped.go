// Package wrapped: the secret goes out through helpers of this package and of another (hits at the caller); what the helpers
// send without it is a near miss.
package wrapped

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"os"

	"corpus.test/src/frontendkey/reply"
)

// Config has the secret for the signer.
type Config struct {
	AppID                  string `json:"appId"`
	IntercomIdentitySecret string `json:"identitySecret"`
}

// Public is what the page may have.
type Public struct {
	AppID string `json:"appId"`
}

// Server of the pages.
type Server struct {
	cfg  Config
	tmpl *template.Template
}

func (s *Server) render(w http.ResponseWriter, data any) { _ = s.tmpl.Execute(w, data) }

func respond(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

// Handlers use every helper.
func (s *Server) Handlers(w http.ResponseWriter, _ *http.Request) {
	reply.OK(w, s.cfg) // want frontendkey
	reply.OK(w, Public{AppID: s.cfg.AppID})
	reply.OK(w, map[string]any{"config": &s.cfg}) // want frontendkey
	reply.Buffered(w, s.cfg)                      // want frontendkey
	_ = reply.Encode(w, s.cfg)                    // want frontendkey
	var buf bytes.Buffer
	_ = reply.Encode(&buf, s.cfg)
	_ = reply.Encode(os.Stdin, s.cfg)
	s.render(w, map[string]any{"Config": s.cfg}) // want frontendkey
	s.render(w, map[string]any{"AppID": s.cfg.AppID})
	respond(w, s.cfg) // want frontendkey
	respond(w, s.cfg.AppID)
}

// Buffer encodes into memory and answers with it.
func (s *Server) Buffer(w http.ResponseWriter, _ *http.Request) {
	var buf bytes.Buffer
	_ = json.NewEncoder(&buf).Encode(s.cfg) // want frontendkey
	_, _ = w.Write(buf.Bytes())
}

// Sidecar encodes into memory for the signer.
func (s *Server) Sidecar() (*http.Response, error) {
	var buf bytes.Buffer
	_ = json.NewEncoder(&buf).Encode(s.cfg)
	return http.Post("http://127.0.0.1:9000/config", "application/json", &buf)
}

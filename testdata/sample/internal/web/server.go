// Package web is the HTTP side of the portal.
package web

import (
	"embed"
	"encoding/json"
	"html/template"
	"log/slog"
	"net/http"

	"sample.test/portal/internal/config"
	"sample.test/portal/internal/session"
	"sample.test/portal/internal/support"
)

//go:embed templates
var files embed.FS

var pages = template.Must(template.ParseFS(files, "templates/*.gohtml"))

// Server answers the requests.
type Server struct {
	cfg      *config.Config
	signer   *support.Signer
	sessions *session.Store
}

// New returns a server.
func New(cfg *config.Config, signer *support.Signer, sessions *session.Store) *Server {
	return &Server{cfg: cfg, signer: signer, sessions: sessions}
}

// Routes returns the handler of all paths.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", s.sessions.Require(s.home))
	mux.HandleFunc("GET /help", s.help)
	mux.HandleFunc("GET /api/config", s.config)
	mux.HandleFunc("GET /api/intercom-token", s.sessions.Require(s.token))
	mux.HandleFunc("GET /api/ios/intercom-token", s.iosToken)
	mux.HandleFunc("GET /api/android/intercom-token", s.androidToken)
	return mux
}

type homePage struct {
	AppID, IntercomJWT string
	User               session.User
}

// home is right: the page gets the proof of the user of the session.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	u := session.Of(r.Context())
	token, err := s.signer.IntercomJWT(u)
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	s.render(w, "home.gohtml", homePage{AppID: s.cfg.IntercomAppID, IntercomJWT: token, User: u})
}

func (s *Server) help(w http.ResponseWriter, r *http.Request) {
	s.render(w, "help.gohtml", homePage{AppID: s.cfg.IntercomAppID, User: session.Of(r.Context())})
}

func (s *Server) render(w http.ResponseWriter, name string, data homePage) {
	if err := pages.ExecuteTemplate(w, name, data); err != nil {
		slog.Error("cannot render", "page", name, "error", err)
	}
}

// config tells the frontend its settings, and the secrets with them.
func (s *Server) config(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(s.cfg)
}

// token is right as well: no parameter of the request is read.
func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	token, err := s.signer.IntercomJWT(session.Of(r.Context()))
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func (s *Server) iosToken(w http.ResponseWriter, r *http.Request) {
	u := session.Of(r.Context())
	token, err := s.signer.IOSIntercomJWT(u.ID, u.Email, s.cfg.IntercomIOSSecret)
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	slog.Info("signed for iOS", "user", u.ID, "jwt", token)
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// androidToken signs for whoever is asked for.
func (s *Server) androidToken(w http.ResponseWriter, r *http.Request) {
	token, err := support.AndroidIntercomJWT(r.URL.Query().Get("user_id"))
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

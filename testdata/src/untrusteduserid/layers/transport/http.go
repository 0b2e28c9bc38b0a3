// Package transport decodes the request and calls the service layer with it (hits); the near misses fill the id from the
// session before the call.
package transport

import (
	"context"
	"encoding/json"
	"net/http"

	"corpus.test/src/untrusteduserid/layers/service"
)

// Issuer is implemented by the service layer only.
type Issuer interface {
	IssueToken(ctx context.Context, in service.TokenInput) (service.TokenOutput, error)
}

var _ Issuer = (*service.Messenger)(nil)

// Handler is the HTTP face of the service.
type Handler struct {
	svc  *service.Messenger
	who  func(context.Context) (string, bool)
	next Issuer
}

// New wires the handler.
func New(svc *service.Messenger, who func(context.Context) (string, bool)) *Handler {
	return &Handler{svc: svc, who: who, next: svc}
}

type createTokenRequest struct {
	Subject struct {
		ExternalID string `json:"external_id"`
	} `json:"subject"`
	Locale string `json:"locale"`
}

// Create is POST /v1/chat/tokens.
func (h *Handler) Create(w http.ResponseWriter, r *http.Request) {
	var req createTokenRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	out, err := h.svc.IssueToken(r.Context(), service.TokenInput{UserID: req.Subject.ExternalID, Locale: req.Locale}) // want untrusteduserid
	encode(w, out, err)
}

// CreateVia is the same through the interface.
func (h *Handler) CreateVia(w http.ResponseWriter, r *http.Request) {
	id := r.Header.Get("X-Member")
	out, err := h.next.IssueToken(r.Context(), service.TokenInput{UserID: id, Locale: "en"}) // want untrusteduserid
	encode(w, out, err)
}

// CreateMine is POST /v1/me/chat/tokens.
func (h *Handler) CreateMine(w http.ResponseWriter, r *http.Request) {
	var req createTokenRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	id, ok := h.who(r.Context())
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	out, err := h.svc.IssueToken(r.Context(), service.TokenInput{UserID: id, Locale: req.Locale})
	encode(w, out, err)
}

// CreateMineVia is the same through the interface.
func (h *Handler) CreateMineVia(w http.ResponseWriter, r *http.Request) {
	id, ok := h.who(r.Context())
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	out, err := h.next.IssueToken(r.Context(), service.TokenInput{UserID: id, Locale: r.Header.Get("Accept-Language")})
	encode(w, out, err)
}

func encode(w http.ResponseWriter, out service.TokenOutput, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(out)
}

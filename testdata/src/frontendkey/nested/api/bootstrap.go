// Package api: the secret sits deep in what is served: an embedded struct, a slice, a pointer, a generic envelope, a helper of
// another package (hits); a projection without it and an unexported holder are near misses.
package api

import (
	"encoding/json"
	"net/http"

	"corpus.test/src/frontendkey/nested/httpx"
)

// IntercomSettings belongs to a tenant.
type IntercomSettings struct {
	AppID          string `json:"app_id"`
	IdentitySecret string `json:"identity_secret"`
}

// Tenant embeds its settings.
type Tenant struct {
	ID string `json:"id"`
	IntercomSettings
}

// Workspace points to them.
type Workspace struct {
	ID       string            `json:"id"`
	Intercom *IntercomSettings `json:"intercom"`
}

// Private keeps them to itself.
type Private struct {
	ID       string `json:"id"`
	intercom *IntercomSettings
}

// Envelope wraps every answer.
type Envelope[T any] struct {
	Data T `json:"data"`
}

// Store holds the tenants.
type Store interface {
	Tenant(r *http.Request) (Tenant, error)
	Workspaces(r *http.Request) ([]Workspace, error)
	Private(r *http.Request) (Private, error)
}

// note: where a neutral helper of another package writes, the exposure is taken to be its caller

// GetTenant serves a tenant through the helper.
func GetTenant(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t, err := s.Tenant(r)
		if err != nil {
			httpx.JSON(w, http.StatusNotFound, map[string]string{"error": "not found"})
			return
		}
		httpx.JSON(w, http.StatusOK, t) // want frontendkey
	}
}

// ListWorkspaces serves a slice.
func ListWorkspaces(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ws, err := s.Workspaces(r)
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(ws) // want frontendkey
	}
}

// GetEnvelope wraps the settings.
func GetEnvelope(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t, err := s.Tenant(r)
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(Envelope[IntercomSettings]{Data: t.IntercomSettings}) // want frontendkey
	}
}

// GetPublicTenant serves a projection through the helper.
func GetPublicTenant(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t, err := s.Tenant(r)
		if err != nil {
			httpx.JSON(w, http.StatusNotFound, map[string]string{"error": "not found"})
			return
		}
		httpx.JSON(w, http.StatusOK, map[string]string{"id": t.ID, "app_id": t.AppID})
	}
}

// GetPrivate serves the holder with the unexported field.
func GetPrivate(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p, err := s.Private(r)
		if err != nil || p.intercom == nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(p)
	}
}

// GetPublicEnvelope wraps what is public.
func GetPublicEnvelope(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t, err := s.Tenant(r)
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(Envelope[string]{Data: t.AppID})
	}
}

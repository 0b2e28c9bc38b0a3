// Package server joins what package settings read with what package intercomjwt mints. Hits use the
// field that nobody compares with empty, or read on the spot; near misses the checked field.
package server

import (
	"net/http"
	"os"

	"corpus.test/src/wrongkey/cross_package/intercomjwt"
	"corpus.test/src/wrongkey/cross_package/settings"
	"helper.test/accounts"
	"helper.test/httpx"
)

// Server serves tokens.
type Server struct {
	set    *settings.Settings
	signer *intercomjwt.Signer
}

// New is a hit: an unchecked read is given to the signer.
func New(set *settings.Settings) *Server {
	return &Server{set: set, signer: intercomjwt.New(os.Getenv("INTERCOM_VERIFICATION_SECRET"))} // want wrongkey
}

// NewChecked is the near miss.
func NewChecked(set *settings.Settings) *Server {
	return &Server{set: set, signer: intercomjwt.New(set.IdentitySecret)}
}

// Unchecked is a hit: settings.Load does not look at this field.
func (s *Server) Unchecked(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := intercomjwt.Mint([]byte(s.set.IntercomSecret), u.ID) // want wrongkey
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// Checked is the near miss.
func (s *Server) Checked(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := intercomjwt.Mint([]byte(s.set.IdentitySecret), u.ID)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

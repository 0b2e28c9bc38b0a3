// Package handedover: only a user_hash that came from elsewhere is handed to the Messenger (hits: once a function); the
// same hand-over of a JWT is the near miss, and a user_hash of another system is none of our business.
package handedover

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
)

// Profiles reads table profiles, where a nightly job puts the proofs.
type Profiles struct {
	db  *sql.DB
	who func(context.Context) string
}

// New wires the handler.
func New(db *sql.DB, who func(context.Context) string) *Profiles {
	return &Profiles{db: db, who: who}
}

// Hash hands over a stored hash.
func (p *Profiles) Hash(w http.ResponseWriter, r *http.Request) {
	id := p.who(r.Context())
	var stored string
	if err := p.db.QueryRowContext(r.Context(), "SELECT chat_proof FROM profiles WHERE id = $1", id).Scan(&stored); err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "v1s6y0pl", "user_id": id, "user_hash": stored}) // want identityhash
}

type widgetSettings struct {
	AppID            string `json:"app_id"`
	UserID           string `json:"user_id"`
	IntercomUserHash string `json:"user_hash"`
}

// HashStruct hands over a stored hash in a struct.
func (p *Profiles) HashStruct(w http.ResponseWriter, r *http.Request) {
	id := p.who(r.Context())
	var stored string
	if err := p.db.QueryRowContext(r.Context(), "SELECT chat_proof FROM profiles WHERE id = $1", id).Scan(&stored); err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(widgetSettings{AppID: "v1s6y0pl", UserID: id, IntercomUserHash: stored}) // want identityhash
}

// JWT hands over a stored token.
func (p *Profiles) JWT(w http.ResponseWriter, r *http.Request) {
	id := p.who(r.Context())
	var stored string
	if err := p.db.QueryRowContext(r.Context(), "SELECT chat_token FROM profiles WHERE id = $1", id).Scan(&stored); err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "v1s6y0pl", "user_id": id, "intercom_user_jwt": stored})
}

// Export gives the analytics team a pseudonym that happens to have the same name.
func (p *Profiles) Export(w http.ResponseWriter, r *http.Request) {
	rows, err := p.db.QueryContext(r.Context(), "SELECT pseudonym, country FROM visits")
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	var out []map[string]string
	for rows.Next() {
		var pseudonym, country string
		if err := rows.Scan(&pseudonym, &country); err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		// note: `user_hash` without other Intercom settings is no Messenger field
		out = append(out, map[string]string{"user_hash": pseudonym, "country": country})
	}
	_ = json.NewEncoder(w).Encode(out)
}

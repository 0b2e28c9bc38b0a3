// Package queryparam: a net/http endpoint that signs whatever ?user_id= says (hit at the sign call); the sibling signs the
// id that the session middleware put into the context (near miss).
package queryparam

import (
	"encoding/json"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type userKey struct{}

// API of the account service.
type API struct {
	intercomKey []byte
}

// New reads the key and refuses to start without it.
func New() *API {
	key := os.Getenv("INTERCOM_JWT_SECRET")
	if key == "" {
		panic("INTERCOM_JWT_SECRET is not set")
	}
	return &API{intercomKey: []byte(key)}
}

// IntercomToken is GET /intercom/token?user_id=….
func (a *API) IntercomToken(w http.ResponseWriter, r *http.Request) {
	userID := r.URL.Query().Get("user_id")
	if userID == "" {
		http.Error(w, "user_id is required", http.StatusBadRequest)
		return
	}
	claims := jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.intercomKey) // want untrusteduserid
	if err != nil {
		http.Error(w, "cannot sign", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": token})
}

// IntercomTokenForMe is GET /intercom/token/me.
func (a *API) IntercomTokenForMe(w http.ResponseWriter, r *http.Request) {
	userID, _ := r.Context().Value(userKey{}).(string)
	if userID == "" {
		http.Error(w, "login required", http.StatusUnauthorized)
		return
	}
	claims := jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.intercomKey)
	if err != nil {
		http.Error(w, "cannot sign", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": token})
}

// IntercomTokenByForm is POST /intercom/token with a form.
func (a *API) IntercomTokenByForm(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{
		"user_id": r.PostFormValue("uid"),
		"email":   r.PostFormValue("email"),
		"exp":     time.Now().Add(time.Hour).Unix(),
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.intercomKey) // want untrusteduserid
	if err != nil {
		http.Error(w, "cannot sign", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": token})
}

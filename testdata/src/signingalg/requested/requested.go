// Package requested: the algorithm comes from the request. Hits look it up by a query value, a header,
// a body; near misses take it from the configuration (unknown) or ignore what was asked for.
package requested

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	jose "github.com/dvsekhvalnov/jose2go"
	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
)

// API hands out tokens for the Messenger.
type API struct {
	secret []byte
	alg    string
}

// New reads the configuration.
func New() *API {
	s := os.Getenv("INTERCOM_MESSENGER_JWT_SECRET")
	if s == "" {
		log.Fatal("no messenger secret")
	}
	return &API{secret: []byte(s), alg: os.Getenv("MESSENGER_JWT_ALG")}
}

func claims(u *accounts.User) jwt.MapClaims {
	return jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

func (a *API) answer(w http.ResponseWriter, token string, err error) {
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// Query is a hit.
func (a *API) Query(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.GetSigningMethod(r.URL.Query().Get("alg")), claims(u)).SignedString(a.secret) // want signingalg
	a.answer(w, token, err)
}

// Configured is the near miss of Query: what the configuration says is not known.
func (a *API) Configured(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.GetSigningMethod(a.alg), claims(u)).SignedString(a.secret)
	a.answer(w, token, err)
}

// Header is a hit: a plain string parameter of jose2go.
func (a *API) Header(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	raw, err := json.Marshal(claims(u))
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	token, err := jose.Sign(string(raw), r.Header.Get("X-Token-Alg"), a.secret) // want signingalg
	a.answer(w, token, err)
}

// Body is a hit: a field of the decoded body.
func (a *API) Body(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Alg string `json:"alg"`
	}
	u, err := accounts.From(r.Context())
	if err != nil || json.NewDecoder(r.Body).Decode(&in) != nil {
		httpx.Fail(w, http.StatusBadRequest)
		return
	}
	token, err := jwt.NewWithClaims(jwt.GetSigningMethod(in.Alg), claims(u)).SignedString(a.secret) // want signingalg
	a.answer(w, token, err)
}

// Refused is the near miss of Body: anything but HS256 is refused.
func (a *API) Refused(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil || r.URL.Query().Get("alg") != "HS256" {
		httpx.Fail(w, http.StatusBadRequest)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims(u)).SignedString(a.secret)
	a.answer(w, token, err)
}

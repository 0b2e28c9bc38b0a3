// Package bindhelper: request bodies read through helpers of the product. The id of a body that a helper decodes is the
// request's (hits, and never "empty"); the near misses take the session's id, or a value that a codec unseals.
package bindhelper

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Chat mints for the Messenger.
type Chat struct{ intercomIdentitySecret []byte }

// New refuses an empty key.
func New(secret string) (*Chat, error) {
	if secret == "" {
		return nil, errors.New("bindhelper: no Intercom secret")
	}
	return &Chat{intercomIdentitySecret: []byte(secret)}, nil
}

func (c *Chat) mint(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.intercomIdentitySecret)
}

type input struct {
	UserID string `json:"user_id"`
	Locale string `json:"locale"`
}

// Codec unseals what the product sealed.
type Codec interface {
	Decode(name, value string, dst any) error
}

func bind(r *http.Request, in *input) error { return json.NewDecoder(r.Body).Decode(in) }

func readAny(r *http.Request, dst any) error { return json.NewDecoder(r.Body).Decode(dst) }

func unseal(c Codec, r *http.Request, dst any) error {
	ck, err := r.Cookie("session")
	if err != nil {
		return err
	}
	return c.Decode("session", ck.Value, dst)
}

// Typed is a hit.
func (c *Chat) Typed(w http.ResponseWriter, r *http.Request) {
	var in input
	if err := bind(r, &in); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	tok, err := c.mint(in.UserID) // want untrusteduserid
	write(w, tok, err)
}

// Any is a hit.
func (c *Chat) Any(w http.ResponseWriter, r *http.Request) {
	in := new(input)
	if err := readAny(r, in); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	tok, err := c.mint(in.UserID) // want untrusteduserid
	write(w, tok, err)
}

// Mine reads the body for the locale only.
func (c *Chat) Mine(w http.ResponseWriter, r *http.Request) {
	var in input
	if err := bind(r, &in); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	u, err := accounts.From(r.Context())
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Header().Set("Content-Language", in.Locale)
	tok, err := c.mint(u.ID)
	write(w, tok, err)
}

// Sealed takes the id of a sealed cookie, a map.
func (c *Chat) Sealed(w http.ResponseWriter, r *http.Request, codec Codec) {
	s := map[string]string{}
	if err := unseal(codec, r, &s); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := c.mint(s["uid"])
	write(w, tok, err)
}

// SealedText is the same for a plain text.
func (c *Chat) SealedText(w http.ResponseWriter, r *http.Request, codec Codec) {
	var id string
	if err := unseal(codec, r, &id); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := c.mint(id)
	write(w, tok, err)
}

func write(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}

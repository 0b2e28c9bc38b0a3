// Package checkshapes: checks of many shapes between the id of the request and the mint. Those that tie the id to somebody the
// request did not choose are near misses; one edit away (inverted, the request compared with itself, one way open) are hits.
package checkshapes

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Chat mints for the Messenger.
type Chat struct{ intercomIdentitySecret []byte }

// New refuses an empty key.
func New(secret string) (*Chat, error) {
	if secret == "" {
		return nil, errors.New("checkshapes: no Intercom secret")
	}
	return &Chat{intercomIdentitySecret: []byte(secret)}, nil
}

func (c *Chat) write(w http.ResponseWriter, id string) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.intercomIdentitySecret)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(`{"intercom_user_jwt":"` + tok + `"}`))
}

func me(r *http.Request) string {
	u, err := accounts.From(r.Context())
	if err != nil {
		return ""
	}
	return u.ID
}

// Alias knows "me", and refuses everybody else.
func (c *Chat) Alias(w http.ResponseWriter, r *http.Request) {
	self, id := me(r), r.PathValue("id")
	if id == "me" {
		id = self
	} else if id != self {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c.write(w, id)
}

// AliasOnly knows "me", and takes everybody else as well.
func (c *Chat) AliasOnly(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "me" {
		id = me(r)
	}
	c.write(w, id) // want untrusteduserid
}

// Found looks for the id in a list with a loop.
func (c *Chat) Found(w http.ResponseWriter, r *http.Request, members []string) {
	id, found := r.PathValue("id"), false
	for _, m := range members {
		if m == id {
			found = true
			break
		}
	}
	if !found {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c.write(w, id)
}

// FoundAny only sees whether there are members.
func (c *Chat) FoundAny(w http.ResponseWriter, r *http.Request, members []string) {
	id, found := r.PathValue("id"), false
	for _, m := range members {
		if m != "" {
			found = true
			break
		}
	}
	if !found {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c.write(w, id) // want untrusteduserid
}

// Contains looks for it with a closure.
func (c *Chat) Contains(w http.ResponseWriter, r *http.Request, members []accounts.User) {
	id := r.PathValue("id")
	if !slices.ContainsFunc(members, func(u accounts.User) bool { return u.ID == id }) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c.write(w, id)
}

// Inverted refuses only the user's own id.
func (c *Chat) Inverted(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == me(r) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	c.write(w, id) // want untrusteduserid
}

// Itself compares the request with itself.
func (c *Chat) Itself(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id != r.Header.Get("X-Member") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c.write(w, id) // want untrusteduserid
}

// Later mints in a closure that is made after the check.
func (c *Chat) Later(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id != me(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	defer func() { c.write(w, id) }()
}

// Logged notices and goes on.
func (c *Chat) Logged(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id != me(r) {
		w.Header().Set("X-Warning", "other user")
	}
	c.write(w, id) // want untrusteduserid
}

// Switched refuses in one case of a switch.
func (c *Chat) Switched(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	switch {
	case id == "":
		w.WriteHeader(http.StatusBadRequest)
	case id != me(r):
		w.WriteHeader(http.StatusForbidden)
	default:
		c.write(w, id)
	}
}

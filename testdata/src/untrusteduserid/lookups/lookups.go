// Package lookups looks up what belongs to an id before it signs for it: that
// the row is there ties the id to nobody.
package lookups

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Ledger knows the customers.
type Ledger interface {
	EmailOf(account string) (string, error)
	AccountFor(ctx context.Context, account string) (string, error)
	OwnedBy(account string) (string, error)
}

// Session is the signed-in customer's.
type Session struct{ customer string }

// PlanOf answers for the customer's own accounts alone.
func (s *Session) PlanOf(account string) (string, error) {
	if account != s.customer {
		return "", errors.New("lookups: not yours")
	}
	return "plus", nil
}

// Desk answers the support page.
type Desk struct {
	ledger  Ledger
	session *Session
	key     []byte
}

// NewDesk reads the key.
func NewDesk(l Ledger, s *Session) (*Desk, error) {
	key := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if key == "" {
		return nil, errors.New("lookups: INTERCOM_MESSENGER_SECRET is empty")
	}
	return &Desk{ledger: l, session: s, key: []byte(key)}, nil
}

func (d *Desk) intercomJWT(id, email string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id, "email": email, "exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString(d.key)
}

type ask struct {
	Account string `json:"account"`
}

func account(r *http.Request) (string, error) {
	var in ask
	err := json.NewDecoder(r.Body).Decode(&in)
	return in.Account, err
}

func (d *Desk) answer(w http.ResponseWriter, token string, err error) {
	if err != nil {
		http.Error(w, "token", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": token})
}

// Token finds the e-mail of whatever account the body names.
func (d *Desk) Token(w http.ResponseWriter, r *http.Request) {
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	email, err := d.ledger.EmailOf(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, email) // want untrusteduserid
	d.answer(w, token, err)
}

// InContext asks with the context, which may know who asks.
func (d *Desk) InContext(w http.ResponseWriter, r *http.Request) {
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	email, err := d.ledger.AccountFor(r.Context(), id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, email)
	d.answer(w, token, err)
}

// Owned asks whose it is, by its name.
func (d *Desk) Owned(w http.ResponseWriter, r *http.Request) {
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	email, err := d.ledger.OwnedBy(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, email)
	d.answer(w, token, err)
}

// BySession asks the session, which refuses the accounts of others.
func (d *Desk) BySession(w http.ResponseWriter, r *http.Request) {
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	plan, err := d.session.PlanOf(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, plan)
	d.answer(w, token, err)
}

// ByRow asks a function that knows the signed-in customer from around it.
func (d *Desk) ByRow(w http.ResponseWriter, r *http.Request) {
	me := d.session.customer
	row := func(account string) (string, error) {
		if account != me {
			return "", errors.New("lookups: not yours")
		}
		return "row", nil
	}
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	email, err := row(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, email)
	d.answer(w, token, err)
}

type plans struct{ customer string }

func (p plans) nameOf(account string) (string, error) {
	if account != p.customer {
		return "", errors.New("lookups: not yours")
	}
	return "plus", nil
}

// ByValue asks something that was made for this request.
func (d *Desk) ByValue(w http.ResponseWriter, r *http.Request) {
	p := plans{d.session.customer}
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	plan, err := p.nameOf(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, plan)
	d.answer(w, token, err)
}

// ByMaker asks something that was made for this request and is of an interface.
func (d *Desk) ByMaker(w http.ResponseWriter, r *http.Request, open func(*http.Request) Ledger) {
	ledger := open(r)
	id, err := account(r)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	email, err := ledger.EmailOf(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	token, err := d.intercomJWT(id, email)
	d.answer(w, token, err)
}

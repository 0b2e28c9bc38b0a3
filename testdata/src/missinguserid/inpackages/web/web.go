// Package web joins claims, key and Messenger in three packages. The hit is the call that takes the
// shopper's claims; near misses take the support claims, or sign the shop's own session.
package web

import (
	"log"
	"net/http"
	"os"

	"corpus.test/src/missinguserid/inpackages/claims"
	"corpus.test/src/missinguserid/inpackages/mint"
	"helper.test/accounts"
	"helper.test/httpx"
)

// Shop is the web front of the shop.
type Shop struct {
	support *mint.Minter
	session *mint.Minter
}

// New reads both keys.
func New() *Shop {
	support, session := os.Getenv("INTERCOM_IDENTITY_SECRET"), os.Getenv("SHOP_SESSION_KEY")
	if support == "" || session == "" {
		log.Fatal("shop: keys are missing")
	}
	return &Shop{support: mint.With(support), session: mint.With(session)}
}

// Boot is a hit.
func (s *Shop) Boot(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	// note: the claims are made in another, neutral package: the finding is at the Messenger call
	token, err := s.support.Mint(claims.ForShopper(u)) // want missinguserid
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// BootFixed is the near miss.
func (s *Shop) BootFixed(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := s.support.Mint(claims.ForSupport(u))
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// Login is a near miss: the shop's own session may carry what it likes.
func (s *Shop) Login(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := s.session.Mint(claims.ForShopper(u))
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "shop_session", Value: token, HttpOnly: true, Secure: true})
}

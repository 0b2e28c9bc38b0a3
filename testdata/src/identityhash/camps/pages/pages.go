// Package pages renders the camp platform's pages.
package pages

import (
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"corpus.test/src/identityhash/camps/signing"
)

// Camper is signed in.
type Camper struct{ ID, Email string }

// Keys of the platform.
type Keys struct {
	IntercomIdentitySecret string
	Download               string
	Unsubscribe            string
}

// Pages has the templates.
type Pages struct {
	tmpl   *template.Template
	keys   Keys
	camper func(*http.Request) Camper
}

type view struct {
	IntercomAppID    string
	IntercomUserHash string
	UserID           string
}

// Home hands the hash to the page.
func (p *Pages) Home(w http.ResponseWriter, r *http.Request) {
	c := p.camper(r)
	v := view{IntercomAppID: "camps001", UserID: c.ID}
	v.IntercomUserHash = signing.Hex(p.keys.IntercomIdentitySecret, c.ID) // want identityhash
	_ = p.tmpl.ExecuteTemplate(w, "home", v)
}

// Leaders has the arguments the wrong way round.
func (p *Pages) Leaders(w http.ResponseWriter, r *http.Request) {
	c := p.camper(r)
	v := view{IntercomAppID: "camps001", UserID: c.ID}
	v.IntercomUserHash = signing.Hex(c.ID, p.keys.IntercomIdentitySecret) // want identityhash
	_ = p.tmpl.ExecuteTemplate(w, "leaders", v)
}

// Parents has the wrong encoding.
func (p *Pages) Parents(w http.ResponseWriter, r *http.Request) {
	c := p.camper(r)
	v := view{IntercomAppID: "camps001", UserID: c.ID}
	v.IntercomUserHash = signing.Base64(p.keys.IntercomIdentitySecret, c.ID) // want identityhash
	_ = p.tmpl.ExecuteTemplate(w, "parents", v)
}

// TabletIntercomHash is what the iPad app hands to setUserHash.
func (p *Pages) TabletIntercomHash(c Camper) string {
	return strings.ToUpper(signing.Hex(p.keys.IntercomIdentitySecret, c.ID)) // want identityhash
}

// Download links to a signed file.
func (p *Pages) Download(file string) string {
	until := strconv.FormatInt(time.Now().Add(time.Hour).Unix(), 10)
	q := url.Values{"until": {until}, "sig": {signing.Hex(p.keys.Download, file+"|"+until)}}
	return "/files/" + file + "?" + q.Encode()
}

// Unsubscribe checks a link of the newsletter.
func (p *Pages) Unsubscribe(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if !signing.Valid(p.keys.Unsubscribe, q.Get("email"), q.Get("sig")) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	_, _ = w.Write([]byte("unsubscribed"))
}

// InboxToken protects the inbound mail address.
func (p *Pages) InboxToken(c Camper) string {
	return signing.Base64(p.keys.Download, c.Email)
}

package waysout

import (
	"net/http"

	g "maragu.dev/gomponents"
	. "maragu.dev/gomponents/html"
)

// Support puts values into attributes.
func (h *Hub) Support(w http.ResponseWriter, _ *http.Request) {
	chat := Div(ID("chat"), Data("app", h.s.AppID),
		Data("key", h.s.IntercomIdentitySecret), // want frontendkey
	)
	ready := g.If(h.s.IntercomIdentitySecret != "", Div(ID("ready")))
	_ = Div(chat, ready).Render(w)
}

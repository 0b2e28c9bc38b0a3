// Package pastedjwt: a real-looking Messenger JWT pasted as a literal (hits); a Salesforce token (RS256), a placeholder and
// a token minted at run time are near misses.
package pastedjwt

import (
	"encoding/json"
	"net/http"
)

// previewSettings keeps the demo account signed in for the sales team.
var previewSettings = map[string]any{
	"app_id":            "r6y1u8ta",
	"intercom_user_jwt": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoidXNyX2pIcVIxdjYyM3ROYiIsImVtYWlsIjoibS5va2Fmb3JAbm9ydGhnYXRlLWxhYnMuaW8iLCJleHAiOjE3OTU3MDI4MTd9.p6eBDcliq45tTmYgYQkOxuNMKr9C7kJCEIWyHYaxTMM", // want hardcodedsecret
}

// sandboxSettings is for the documentation.
var sandboxSettings = map[string]any{
	"app_id":            "r6y1u8ta",
	"intercom_user_jwt": "<your-jwt>",
}

// salesforceSettings holds the identity of the Fin integration, signed with RS256 by another party.
var salesforceSettings = map[string]any{
	"app_id":                    "r6y1u8ta",
	"salesforce_identity_token": "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InNmLTIifQ.eyJpc3MiOiIzTVZHOXBEVGhlejE4UE80cW1YZlBvUnZnIiwic3ViIjoibS5va2Fmb3JAbm9ydGhnYXRlLWxhYnMuaW8iLCJhdWQiOiJodHRwczovL2xvZ2luLnNhbGVzZm9yY2UuY29tIiwiZXhwIjoxNzk1MDEyMzQ1fQ.E4mccomz95bLUNOWM1BI2JFDYnXTp8Dg8fBIfTuhRvipBzsWR_a3x9Q2oKujFgHT_oB9SgZBiKZtbmxT2poHaM5yPH51djFlCeRHYxoFxLCXHpDu6r4BpbC-tD4Akd2JzWA3Kp2eSXSIA4_BMFtf1bR1IMt-mZumKCG_CrpSx5zcODPgfVCI-wB5M2WRPoeslrd-GM-kstYqfwHYg8r2MYG7K2_bH28d0DdjkRIJAmiGdInIJeVaFfRQc2kYB9pklQgFlao6vsn4fdCzTRf3ymIhvu6xjQN8DGNEkqq_bnY3RCej02n4DkBtNsx_HQd6BDUQ6Q7Pfm2MPRtNcZE4MQ",
}

// Minter returns the token of the current session.
type Minter interface {
	IntercomJWT(r *http.Request) (string, error)
}

// Preview serves the demo settings.
func Preview(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(previewSettings)
}

// Sandbox serves the documentation settings.
func Sandbox(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("sf") == "1" {
		_ = json.NewEncoder(w).Encode(salesforceSettings)
		return
	}
	_ = json.NewEncoder(w).Encode(sandboxSettings)
}

// Settings serves the real ones.
func Settings(m Minter) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tok, err := m.IntercomJWT(r)
		if err != nil {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"app_id": "r6y1u8ta", "intercom_user_jwt": tok})
	}
}

type bootParams struct {
	AppID           string
	IntercomUserJWT string
}

// KioskParams is shown in the lobby.
func KioskParams() bootParams {
	return bootParams{AppID: "r6y1u8ta", IntercomUserJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoidXNyX1NEcmVvZ1ZWSjNPdyIsImVtYWlsIjoibS5va2Fmb3JAbm9ydGhnYXRlLWxhYnMuaW8iLCJleHAiOjE3OTUyOTA5MjR9.pIOUsc28m3zgRVI5u0mPwOcSD4pCCxv4DngW10JKd5M"} // want hardcodedsecret
}

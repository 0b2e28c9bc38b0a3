// Package literalexposed: one literal is reported once: where it is exposed frontendkey has it and hardcodedsecret is silent
// (hits); a literal that is not exposed belongs to hardcodedsecret.
package literalexposed

import (
	"encoding/json"
	"net/http"
)

const intercomJWTSecret = "xDJBRoR01SJseg1bsVd3yh65eJG3FvPgMelJw5jc"

const intercomIdentitySecret = "U9u_GX0GOFkaeeY1ZFQ8v41b4itsIMPK77pj1xP5nrc" // want hardcodedsecret

const publicAppID = "u2j6x8rf"

// Config serves the constants to the page.
func Config(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": publicAppID, "key": intercomJWTSecret}) // want frontendkey
}

// Inline serves a literal that has no other name.
func Inline(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": publicAppID, "intercom_web_secret": "8Hb8bZkD9Z4wMyjpj6nS-sfMhjS_lmv5rtWoEg6L"}) // want frontendkey
}

// Public serves the app id.
func Public(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": publicAppID, "key_set": yes(intercomIdentitySecret != "")})
}

// Dummy serves a placeholder.
func Dummy(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": publicAppID, "intercom_web_secret": "your-secret-key"})
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// Package zerologs: zerolog events with the secret, the token or the whole struct (hits); json:"-" protects in Interface,
// a nested pointer is followed by JSON (hit).
package zerologs

import (
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

// Intercom holds the credentials.
// note: type and field name together (Intercom.JWTSecret) are taken to be a strong name
type Intercom struct {
	AppID     string `json:"app_id"`
	JWTSecret string `json:"jwt_secret"`
}

// Settings nests them by pointer.
type Settings struct {
	Env      string    `json:"env"`
	Intercom *Intercom `json:"intercom"`
}

// HiddenSettings hides them from JSON.
type HiddenSettings struct {
	Env      string    `json:"env"`
	Intercom *Intercom `json:"-"`
}

// Widget logs with its own logger.
type Widget struct{ l zerolog.Logger }

// Loaded is called after the configuration was read.
func (w Widget) Loaded(s Settings, h HiddenSettings) {
	w.l.Info().Str("env", s.Env).Str("app_id", s.Intercom.AppID).Msg("loaded")
	w.l.Info().Str("jwt_secret", s.Intercom.JWTSecret).Msg("loaded")         // want secretlog
	w.l.Info().Interface("settings", s).Msg("loaded")                        // want secretlog
	w.l.Debug().Bytes("key", []byte(s.Intercom.JWTSecret)).Msg("loaded")     // want secretlog
	log.Debug().Msgf("intercom app %s uses %s", s.Env, s.Intercom.JWTSecret) // want secretlog
	w.l.Info().Interface("settings", h).Msg("loaded")
	w.l.Info().Bool("jwt_secret_set", s.Intercom.JWTSecret != "").Msg("loaded")
	log.Debug().Msgf("intercom app %s uses a key of %d bytes", s.Env, len(s.Intercom.JWTSecret))
}

// Issued is called for every new proof.
func (w Widget) Issued(userID, intercomUserJWT string) {
	w.l.Info().Str("user_id", userID).Str("intercom_user_jwt", intercomUserJWT).Msg("issued") // want secretlog
	w.l.Info().Str("user_id", userID).Int("intercom_user_jwt_len", len(intercomUserJWT)).Msg("issued")
}

// Package slogs: log/slog with the secret as an attribute, in a group, and inside a struct handed over whole (hits); a
// LogValuer that redacts, a json:"-" field with the JSON handler and public attributes are near misses.
package slogs

import (
	"log/slog"
	"os"
)

// IntercomConfig has the secret in an exported field.
type IntercomConfig struct {
	AppID                  string
	IntercomIdentitySecret string
}

// SafeIntercomConfig redacts itself.
type SafeIntercomConfig struct {
	AppID                  string
	IntercomIdentitySecret string
}

// LogValue implements slog.LogValuer.
func (c SafeIntercomConfig) LogValue() slog.Value {
	return slog.GroupValue(slog.String("app_id", c.AppID), slog.Bool("identity_secret_set", c.IntercomIdentitySecret != ""))
}

// TaggedIntercomConfig keeps the secret out of JSON.
type TaggedIntercomConfig struct {
	AppID                  string `json:"app_id"`
	IntercomIdentitySecret string `json:"-"`
}

// Start logs the configuration.
func Start(c IntercomConfig) {
	slog.Info("chat enabled", slog.String("app_id", c.AppID))
	slog.Info("chat enabled", slog.String("identity_secret", c.IntercomIdentitySecret)) // want secretlog
	slog.Info("chat enabled", "secret", c.IntercomIdentitySecret)                       // want secretlog
	slog.Info("chat enabled", "config", c)                                              // want secretlog
	slog.Info("chat enabled", slog.Any("config", &c))                                   // want secretlog
	slog.Info("chat enabled", slog.Int("secret_len", len(c.IntercomIdentitySecret)))
}

// StartSafe logs a LogValuer.
func StartSafe(c SafeIntercomConfig) {
	slog.Info("chat enabled", "config", c)
	slog.Info("chat enabled", slog.Any("config", c))
}

// StartJSON logs with the JSON handler, which honours the tag.
func StartJSON(c TaggedIntercomConfig) {
	l := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	l.Info("chat enabled", "config", c)
	l.Debug("chat enabled", "app_id", c.AppID)
}

// StartText logs the same with the text handler, which prints %+v.
func StartText(c TaggedIntercomConfig) {
	l := slog.New(slog.NewTextHandler(os.Stderr, nil))
	l.Info("chat enabled", "config", c) // want secretlog
	l.With("app_id", c.AppID).Debug("chat enabled")
}

// Package more: loggers behind interfaces, attributes that travel, panics, lookups of the environment, generics and closures
// (hits), each with its near miss.
package more

import (
	"bufio"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"github.com/spf13/viper"
	"go.uber.org/zap"
)

// Logger is what the product logs with.
type Logger interface {
	Debugf(format string, args ...any)
	Infow(msg string, kv ...any)
	Error(args ...any)
}

// IntercomSettings has a key per platform.
type IntercomSettings struct {
	AppID     string
	WebSecret string
	Keys      map[string]string `json:"intercom_secret_keys"`
}

type ctxKey struct{}

// Interfaces logs through them.
func Interfaces(l Logger, s *IntercomSettings, dialog interface{ Error(args ...any) }) {
	l.Debugf("settings %v", s) // want secretlog
	l.Debugf("app %s", s.AppID)
	l.Infow("settings", "web_secret", s.WebSecret) // want secretlog
	l.Infow("settings", "app", s.AppID, "has_secret", s.WebSecret != "")
	l.Error("bad secret ", s.WebSecret) // want secretlog
	dialog.Error(s.AppID)
}

// Attributes are made before they are logged.
func Attributes(ctx context.Context, s IntercomSettings) {
	l := slog.With("secret", s.WebSecret) // want secretlog
	l.InfoContext(ctx, "ready")
	attrs := []any{slog.String("app", s.AppID), slog.String("key", s.WebSecret)} // want secretlog
	slog.Info("ready", attrs...)
	slog.LogAttrs(ctx, slog.LevelInfo, "ready", slog.Group("intercom", slog.String("secret", s.WebSecret))) // want secretlog
	slog.LogAttrs(ctx, slog.LevelInfo, "ready", slog.Group("intercom", slog.Int("secret_len", len(s.WebSecret))))
}

// Panics show text.
func Panics(s IntercomSettings) {
	if strings.HasPrefix(s.WebSecret, "x") {
		panic(fmt.Sprintf("bad secret %q", s.WebSecret)) // want secretlog
	}
	if s.AppID == "" {
		panic(fmt.Errorf("no app id in %+v", s)) // want secretlog
	}
	if s.WebSecret == "" {
		panic("no secret")
	}
}

// Sources logs what was read.
func Sources() {
	v := viper.GetString("intercom.identity_verification_secret")
	log.Println("secret is", v) // want secretlog
	log.Println("secret is set:", viper.IsSet("intercom.identity_verification_secret"))
	if s, ok := os.LookupEnv("INTERCOM_JWT_SIGNING_KEY"); ok {
		logrus.WithField("value", s).Info("found") // want secretlog
		logrus.WithField("found", ok).Info("found")
	}
	for _, kv := range os.Environ() {
		if strings.HasPrefix(kv, "APP_") {
			log.Println(kv)
		}
	}
}

// Files reads the mounted key.
func Files() (string, error) {
	b, err := os.ReadFile("/etc/intercom/jwt-secret")
	if err != nil {
		return "", fmt.Errorf("read /etc/intercom/jwt-secret: %w", err)
	}
	key := strings.TrimSpace(string(b))
	return key, nil
}

// UserHash is the legacy proof.
func UserHash(intercomSecret, id string) string {
	m := hmac.New(sha256.New, []byte(intercomSecret)) // want identityhash
	m.Write([]byte(id))
	h := hex.EncodeToString(m.Sum(nil))
	zap.L().Info("intercom", zap.String("user_hash", h)) // want secretlog
	zap.L().Info("intercom", zap.String("user_id", id))
	return h
}

// Webhook checks the signature of a webhook, which is no proof.
func Webhook(l zerolog.Logger, clientSecret string, body []byte, got string) error {
	m := hmac.New(sha256.New, []byte(clientSecret))
	m.Write(body)
	want := hex.EncodeToString(m.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(got)) {
		l.Warn().Str("want", want).Str("got", got).Msg("intercom webhook signature mismatch")
		return errors.New("bad signature")
	}
	return nil
}

// Closures log later.
func Closures(s IntercomSettings) func() {
	secret := s.WebSecret
	go func() {
		log.Println("background", secret) // want secretlog
	}()
	return func() { log.Println("background", len(secret)) }
}

// Both has generic helpers.
func Both[T any](v T) T { log.Printf("value %v", v); return v }

// Generic uses it.
func Generic(s IntercomSettings) {
	_ = Both(s.WebSecret) // want secretlog
	_ = Both(s.AppID)
}

// Requests sends the secret to a sidecar.
func Requests(ctx context.Context, s IntercomSettings, base *url.URL) error {
	u := *base
	u.RawQuery = "secret=" + url.QueryEscape(s.WebSecret) // want secretlog
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), strings.NewReader("secret="+s.WebSecret))
	if err != nil {
		return err
	}
	req.SetBasicAuth("signer", s.WebSecret)
	return nil
}

// Writes writes to a pipe and to the terminal.
func Writes(s IntercomSettings, pipe io.Writer) {
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "%s\n", s.WebSecret) // want secretlog
	fmt.Fprintf(pipe, "%s\n", s.WebSecret)
	io.WriteString(os.Stderr, s.WebSecret) // want secretlog
}

// Selected logs one of the keys.
func Selected(s IntercomSettings, platform string) {
	log.Println(s.Keys[platform]) // want secretlog
	for p, k := range s.Keys {
		log.Println(p, len(k))
		log.Println(p, k) // want secretlog
	}
}

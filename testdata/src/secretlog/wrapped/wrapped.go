// Package wrapped: the secret goes to a log through helpers, of this package and of another (hits at the caller); the same
// helpers with something else are near misses.
package wrapped

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"corpus.test/src/secretlog/applog"

	"github.com/golang-jwt/jwt/v5"
)

// Settings of the chat.
type Settings struct {
	Addr     string
	Intercom struct {
		AppID          string
		IdentitySecret string
	}
}

// ChatKeys has fields of neutral names; the mint below tells what ChatKey is.
type ChatKeys struct {
	AppID   string
	ChatKey string
}

// Service of the chat.
type Service struct {
	log  *applog.Logger
	keys ChatKeys
}

func debugf(format string, args ...any) {
	if os.Getenv("DEBUG") != "" {
		log.Printf(format, args...)
	}
}

func show(v any) string { return fmt.Sprintf("%+v", v) }

// Start logs through every helper.
func Start(l *applog.Logger, s Settings) error {
	l.Infof("settings %+v", s) // want secretlog
	l.Infof("addr %s app %s", s.Addr, s.Intercom.AppID)
	l.Event(context.Background(), "chat", "secret", s.Intercom.IdentitySecret) // want secretlog
	l.Event(context.Background(), "chat", "secret_len", len(s.Intercom.IdentitySecret))
	applog.Dump(s) // want secretlog
	applog.Dump(s.Addr)
	debugf("secret=%s", s.Intercom.IdentitySecret) // want secretlog
	debugf("secret=%t", s.Intercom.IdentitySecret != "")
	log.Println(show(s)) // want secretlog
	applog.Count([]string{s.Intercom.IdentitySecret})
	if strings.Contains(s.Intercom.IdentitySecret, " ") {
		return applog.Fail("secret %q has a space", s.Intercom.IdentitySecret) // want secretlog
	}
	return nil
}

// Token mints with ChatKey, so ChatKey is the secret.
func (s *Service) Token(userID string) (string, error) {
	if s.keys.ChatKey == "" {
		return "", errors.New("no key")
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID, "exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(s.keys.ChatKey))
	if err != nil {
		return "", err
	}
	return tok, nil
}

// Boot hands the token to the Messenger and logs too much.
func (s *Service) Boot(userID string) (map[string]any, error) {
	tok, err := s.Token(userID)
	if err != nil {
		return nil, fmt.Errorf("boot: %w", err)
	}
	log.Printf("booting with %+v", s.keys) // want secretlog
	log.Printf("booting with %v", s.keys.AppID)
	s.log.Infof("token of %s is %s", userID, tok) // want secretlog
	s.log.Infof("key ends in %s", s.keys.ChatKey[len(s.keys.ChatKey)-4:])
	return map[string]any{"app_id": s.keys.AppID, "intercom_user_jwt": tok}, nil
}

// Copy logs a copy of which the secret was overwritten.
func (s Settings) Copy() {
	s.Intercom.IdentitySecret = "***"
	log.Printf("settings %+v", s)
}

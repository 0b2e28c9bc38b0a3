// Package zaps: zap fields and the sugared logger (hits); the proof's length, a redacted string and a JSON-tagged struct are
// near misses.
package zaps

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"go.uber.org/zap"
)

// Config of the service; zap encodes it with reflection as JSON.
type Config struct {
	Addr                   string `json:"addr"`
	IntercomAppID          string `json:"intercom_app_id"`
	IntercomIdentitySecret string `json:"intercom_identity_secret"`
}

// PublicConfig is the same without the secret in JSON.
type PublicConfig struct {
	Addr                   string `json:"addr"`
	IntercomAppID          string `json:"intercom_app_id"`
	IntercomIdentitySecret string `json:"-"`
}

// Server mints tokens.
type Server struct {
	log *zap.Logger
	cfg Config
}

// New logs what it starts with.
func New(log *zap.Logger, cfg Config) (*Server, error) {
	if cfg.IntercomIdentitySecret == "" {
		return nil, errors.New("zaps: no Intercom secret")
	}
	log.Info("config", zap.Any("cfg", cfg))                              // want secretlog
	log.Debug("intercom", zap.String("key", cfg.IntercomIdentitySecret)) // want secretlog
	log.Info("intercom", zap.String("app_id", cfg.IntercomAppID), zap.Int("key_len", len(cfg.IntercomIdentitySecret)))
	return &Server{log: log, cfg: cfg}, nil
}

// NewQuiet logs only what JSON shows of PublicConfig.
func NewQuiet(log *zap.Logger, cfg PublicConfig) {
	log.Info("config", zap.Any("cfg", cfg))
	log.Debug("intercom", zap.String("key", "[redacted]"))
	log.Sugar().Infof("config %+v", cfg) // want secretlog
}

// IntercomJWT mints and logs the token.
func (s *Server) IntercomJWT(userID string) (string, error) {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(s.cfg.IntercomIdentitySecret))
	if err != nil {
		s.log.Error("intercom token", zap.String("user_id", userID), zap.Error(err))
		return "", err
	}
	s.log.Debug("intercom token", zap.String("user_id", userID), zap.String("jwt", tok)) // want secretlog
	s.log.Sugar().Infow("intercom token", "user_id", userID, "jwt", tok)                 // want secretlog
	s.log.Debug("intercom token", zap.String("user_id", userID), zap.Int("jwt_len", len(tok)))
	return tok, nil
}

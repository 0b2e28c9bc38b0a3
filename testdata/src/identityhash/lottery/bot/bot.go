// Package bot signs what the lottery sends to Facebook Messenger and Slack; no other chat is in use.
package bot

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// Bot has the keys of the channels.
type Bot struct {
	messengerAppSecret []byte
	slackSigningSecret []byte
	drawKey            []byte
}

// AppSecretProof is what the Graph API wants.
func (b *Bot) AppSecretProof(pageToken string) string {
	m := hmac.New(sha256.New, b.messengerAppSecret)
	m.Write([]byte(pageToken))
	return hex.EncodeToString(m.Sum(nil))
}

// CheckMessenger checks a page's webhook.
func (b *Bot) CheckMessenger(r *http.Request, body []byte) bool {
	m := hmac.New(sha1.New, b.messengerAppSecret)
	m.Write(body)
	want := "sha1=" + hex.EncodeToString(m.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("X-Hub-Signature")))
}

// CheckSlack checks a slash command.
func (b *Bot) CheckSlack(r *http.Request, body []byte) bool {
	m := hmac.New(sha256.New, b.slackSigningSecret)
	m.Write([]byte("v0:" + r.Header.Get("X-Slack-Request-Timestamp") + ":"))
	m.Write(body)
	got := strings.TrimPrefix(r.Header.Get("X-Slack-Signature"), "v0=")
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(got))
}

// PlayerHash pseudonymises a player for the statistics.
func (b *Bot) PlayerHash(playerID string) string {
	m := hmac.New(sha256.New, b.drawKey)
	m.Write([]byte(playerID))
	return hex.EncodeToString(m.Sum(nil))
}

// Event is sent to the statistics service.
func (b *Bot) Event(playerID, name string) map[string]string {
	return map[string]string{"event": name, "user_hash": b.PlayerHash(playerID)}
}

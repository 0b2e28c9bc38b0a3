// Package intercom holds crmlite's Messenger identity verification and webhooks.
package intercom

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strings"
)

const webhookSecret = "Ovs2yx1BYNer-kqOoOgivehG9Tf5fpZ211FZDZgC"

const gravatarSalt = "OhWjosUa8zzQvcVfq2zjck0FMMUI5ydCE5EyyKRL"

// UserHash is the user_hash of a web user.
func UserHash(userID string) string {
	mac := hmac.New(sha256.New, []byte("qFMI_JSWU3eAHkrFqqgzFHK3OH_jHmX-6hmQp8Sq")) // want hardcodedsecret identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

// UserHashStaging uses the key of the staging workspace.
func UserHashStaging(userID string) string {
	mac := hmac.New(sha256.New, []byte("p9Xkd02Lwq")) // want hardcodedsecret identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

// UserHashFor uses the key of a customer's workspace.
func UserHashFor(userID, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret)) // want identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

// Webhook checks X-Hub-Signature of Intercom's notifications.
func Webhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	mac := hmac.New(sha1.New, []byte(webhookSecret))
	mac.Write(body)
	want := hex.EncodeToString(mac.Sum(nil))
	got := strings.TrimPrefix(r.Header.Get("X-Hub-Signature"), "sha1=")
	if !hmac.Equal([]byte(want), []byte(got)) {
		http.Error(w, "bad signature", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// AvatarKey is the cache key of a user's avatar.
func AvatarKey(email string) string {
	sum := sha256.Sum256([]byte(gravatarSalt + strings.ToLower(email)))
	return hex.EncodeToString(sum[:8])
}

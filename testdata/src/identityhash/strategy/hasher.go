// Package strategy: the hash is made by an object behind an interface, by a generic function and by a method value (hits, at
// the Messenger caller); the same objects sign downloads (near misses).
package strategy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"net/http"
)

// Hasher is a strategy.
type Hasher interface {
	Hash(message string) string
}

type sha256Hasher struct{ key []byte }

func (h sha256Hasher) Hash(message string) string {
	m := hmac.New(sha256.New, h.key)
	m.Write([]byte(message))
	return hex.EncodeToString(m.Sum(nil))
}

// NewHasher refuses an empty key.
func NewHasher(key []byte) (Hasher, error) {
	if len(key) == 0 {
		return nil, errors.New("strategy: empty key")
	}
	return sha256Hasher{key: key}, nil
}

func sumWith[K ~string | ~[]byte](f func() hash.Hash, key K, message string) string {
	m := hmac.New(f, []byte(key))
	m.Write([]byte(message))
	return hex.EncodeToString(m.Sum(nil))
}

// Web serves the settings of the page.
type Web struct {
	chat, downloads Hasher
	intercomKey     string
	downloadKey     string
	who             func(*http.Request) string
}

// Interface goes through the interface.
func (w *Web) Interface(rw http.ResponseWriter, r *http.Request) {
	id := w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"app_id": "s0f4j8ny", "user_id": id, "user_hash": w.chat.Hash(id)}) // want identityhash
}

// MethodValue binds the strategy first.
func (w *Web) MethodValue(rw http.ResponseWriter, r *http.Request) {
	h := w.chat.Hash
	id := w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"app_id": "s0f4j8ny", "user_id": id, "user_hash": h(id)}) // want identityhash
}

// Generic goes through the generic function.
func (w *Web) Generic(rw http.ResponseWriter, r *http.Request) {
	id := w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"app_id": "s0f4j8ny", "user_id": id, "user_hash": sumWith(sha256.New, w.intercomKey, id)}) // want identityhash
}

// Download signs a link through the interface.
func (w *Web) Download(rw http.ResponseWriter, r *http.Request) {
	path := "/files/" + w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"path": path, "sig": w.downloads.Hash(path)})
}

// DownloadValue binds the strategy first.
func (w *Web) DownloadValue(rw http.ResponseWriter, r *http.Request) {
	h := w.downloads.Hash
	path := "/files/" + w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"path": path, "sig": h(path)})
}

// DownloadGeneric goes through the generic function.
func (w *Web) DownloadGeneric(rw http.ResponseWriter, r *http.Request) {
	path := "/files/" + w.who(r)
	_ = json.NewEncoder(rw).Encode(map[string]string{"path": path, "sig": sumWith(sha256.New, w.downloadKey, path)})
}

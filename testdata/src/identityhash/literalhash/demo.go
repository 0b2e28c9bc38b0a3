// Package literalhash: a 64-hex literal handed over as somebody's hash (hits), and a digest of the right shape that is a
// checksum or a commit (near misses).
package literalhash

import (
	"encoding/json"
	"net/http"
)

// releaseChecksum is the SHA-256 of the installer.
const releaseChecksum = "1036473585a5b834afb08ffe315e160f069f71c316d78f8afbe6ac92c5f9b819"

// DemoSettings signs in the demo user for ever.
func DemoSettings(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "a5t9e2mk", "user_id": "demo-7731", "user_hash": "f25d72bdca3d76b2189a862a717cb60810742b9dc205054bd40655d4bf315ada"}) // want identityhash
}

type intercomSettings struct {
	AppID    string `json:"app_id"`
	UserID   string `json:"user_id"`
	UserHash string `json:"user_hash"`
}

// TourSettings does the same with a struct.
func TourSettings(w http.ResponseWriter, _ *http.Request) {
	s := intercomSettings{AppID: "a5t9e2mk", UserID: "tour-0042", UserHash: "4fb9ec58ddedd0475d0ff49133a1f68a5d5d34afa1bfabdbf4b0c7abbe209e95"} // want identityhash
	_ = json.NewEncoder(w).Encode(s)
}

// Release tells where the installer is and what it hashes to.
func Release(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "a5t9e2mk", "installer": "/dl/atlas-3.2.pkg", "sha256": releaseChecksum})
}

// Visitor boots without any identity.
func Visitor(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "a5t9e2mk", "file_hash": "ab67a8a6d5bb0f1662108c21483a6b068140f31c4a89f543a24e1366b82c4c74"})
}

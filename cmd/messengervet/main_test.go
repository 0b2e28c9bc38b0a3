package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const source = `package p

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"os"
)

// IntercomUserHash proves who the user is to the Messenger.
func IntercomUserHash(userID string) string {
	key := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if key == "" {
		panic("INTERCOM_IDENTITY_SECRET is not set")
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}
`

const found = `p.go:16:9: legacy HMAC identity verification is in use; sign a JWT with user_id and exp, hand it over as intercom_user_jwt, then drop user_hash
p.go:12:18: 	key comes from env INTERCOM_IDENTITY_SECRET
p.go:11:6: 	the proof reaches IntercomUserHash
p.go:11:6: 	function IntercomUserHash is named for it
`

func TestVet(t *testing.T) {
	dir := t.TempDir()
	tool := filepath.Join(dir, "messengervet.exe")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for name, text := range map[string]string{"go.mod": "module vet.test\n\ngo 1.26\n", "p.go": source} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	vet := exec.Command("go", "vet", "-vettool="+tool, ".")
	vet.Dir, vet.Env = dir, append(os.Environ(), "GOWORK=off")
	out, err := vet.CombinedOutput()
	if err == nil || string(out) != found {
		t.Errorf("go vet: %v\n%s\nwant:\n%s", err, out, found)
	}
	alone := exec.Command(tool, "./...")
	alone.Dir = dir
	if out, err := alone.CombinedOutput(); alone.ProcessState.ExitCode() != 2 {
		t.Errorf("without go vet: %v\n%s", err, out)
	}
}

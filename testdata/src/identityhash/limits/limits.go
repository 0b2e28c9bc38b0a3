// Package limits: legacy hashes that identityhash does not see.
package limits

import (
	"bytes"
	"os"
	"os/exec"
)

// Settings are what the page gets.
type Settings struct {
	AppID string `json:"app_id"`
	Extra map[string]string
}

// ByTool lets a command make the hash, over another id than the one sent.
func ByTool(internalID, publicID string) (Settings, error) {
	cmd := exec.Command("openssl", "dgst", "-sha1", "-hmac", os.Getenv("INTERCOM_IDENTITY_SECRET")) // miss identityhash: a hash that a command or another service makes is not judged
	cmd.Stdin = bytes.NewBufferString(internalID)
	out, err := cmd.Output()
	if err != nil {
		return Settings{}, err
	}
	return Settings{AppID: "ab12cd34", Extra: pairs("user_id", publicID, "user_"+"hash"[:4], string(out))}, nil
}

func pairs(kv ...string) map[string]string {
	out := map[string]string{}
	for i := 0; i+1 < len(kv); i += 2 {
		out[kv[i]] = kv[i+1]
	}
	return out
}

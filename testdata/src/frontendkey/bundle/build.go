// Package bundle: esbuild Define, Banner and files written under public or static folders (hits); the app id in the bundle and
// the secret in a file of the operator are near misses.
package bundle

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/evanw/esbuild/pkg/api"
)

// Keys of the build.
type Keys struct {
	AppID             string
	IntercomJWTSecret string
}

// Load reads the keys.
func Load() (Keys, error) {
	k := Keys{AppID: os.Getenv("INTERCOM_APP_ID"), IntercomJWTSecret: os.Getenv("INTERCOM_JWT_SECRET")}
	if k.IntercomJWTSecret == "" {
		return Keys{}, errors.New("bundle: INTERCOM_JWT_SECRET is not set")
	}
	return k, nil
}

// Build bundles the app with everything it asks for.
func Build(k Keys) api.BuildResult {
	return api.Build(api.BuildOptions{
		EntryPoints: []string{"web/main.ts"},
		Bundle:      true,
		Outdir:      "web/dist",
		Define: map[string]string{
			"process.env.INTERCOM_APP_ID":     strconv.Quote(k.AppID),
			"process.env.INTERCOM_JWT_SECRET": strconv.Quote(k.IntercomJWTSecret), // want frontendkey
		},
		Banner: map[string]string{"js": "/* key " + k.IntercomJWTSecret + " */"}, // want frontendkey
	})
}

// BuildPublic bundles it with the app id only.
func BuildPublic(k Keys) api.BuildResult {
	return api.Build(api.BuildOptions{
		EntryPoints: []string{"web/main.ts"},
		Bundle:      true,
		Outdir:      "web/dist",
		Define: map[string]string{
			"process.env.INTERCOM_APP_ID": strconv.Quote(k.AppID),
			"process.env.INTERCOM_CHAT":   strconv.FormatBool(k.IntercomJWTSecret != ""),
		},
		Banner: map[string]string{"js": "/* app " + k.AppID + " */"},
	})
}

// WriteConfig writes the run-time configuration of the app.
func WriteConfig(k Keys) error {
	js := fmt.Sprintf("window.__config = {appId: %q, chatKey: %q};\n", k.AppID, k.IntercomJWTSecret)
	return os.WriteFile("public/config.js", []byte(js), 0o644) // want frontendkey
}

// WriteStatic writes it as JSON under static/.
func WriteStatic(k Keys) error {
	f, err := os.Create("web/static/chat.json")
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteString(`{"key":"` + k.IntercomJWTSecret + `"}`) // want frontendkey
	return err
}

// WritePublic writes what is public.
func WritePublic(k Keys) error {
	js := fmt.Sprintf("window.__config = {appId: %q};\n", k.AppID)
	return os.WriteFile("public/config.js", []byte(js), 0o644)
}

// WriteOperator writes the key for the sidecar, outside of what is served.
func WriteOperator(k Keys) error {
	return os.WriteFile("/run/chat-signer/key", []byte(k.IntercomJWTSecret), 0o600)
}

package pagehash

import (
	"html/template"
	"io"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// intercomToken signs for the Messenger.
func intercomToken(key []byte, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(key)
}

var swapped = template.Must(template.New("swapped").Parse(`<script>Intercom('boot', {app_id: "w8k2p6zt", user_id: "{{.UserID}}", user_hash: "{{.Token}}"});</script>`)) // want identityhash

// Swapped puts a JWT where a hash belongs.
func Swapped(w io.Writer, key []byte, id string) error {
	tok, err := intercomToken(key, id)
	if err != nil {
		return err
	}
	return swapped.Execute(w, map[string]string{"UserID": id, "Token": tok})
}

var right = template.Must(template.New("right").Parse(`<script>Intercom('boot', {app_id: "w8k2p6zt", user_id: "{{.UserID}}", intercom_user_jwt: "{{.Token}}"});</script>`))

// Right puts it where it belongs.
func Right(w io.Writer, key []byte, id string) error {
	tok, err := intercomToken(key, id)
	if err != nil {
		return err
	}
	return right.Execute(w, map[string]string{"UserID": id, "Token": tok})
}

const demo = `<script>Intercom('boot', {app_id: "w8k2p6zt", user_id: "demo-1", user_hash: "f25d72bdca3d76b2189a862a717cb60810742b9dc205054bd40655d4bf315ada"});</script>` // want identityhash

// Demo signs in the same user for ever.
func Demo(w io.Writer) error {
	_, err := io.WriteString(w, demo)
	return err
}

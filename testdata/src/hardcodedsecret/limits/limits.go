// Package limits: secrets in the source where hardcodedsecret does not see them.
package limits

import (
	"encoding/base64"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

func sign(key []byte, u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Pad is exclusive-ored over the bytes of the key.
var pad = []byte("a pad that hides nothing from those who read this code")

var hidden = []byte{0x12, 0x55, 0x39, 0x24, 0x76, 0x02, 0x44, 0x17, 0x2b, 0x60, 0x31, 0x05, 0x58, 0x72, 0x1c, 0x49}

// IntercomXOR computes the key from two parts of the program.
func IntercomXOR(u *accounts.User) (string, error) {
	key := make([]byte, len(hidden))
	for i := range hidden {
		key[i] = hidden[i] ^ pad[i]
	}
	return sign(key, u) // miss hardcodedsecret: a key that code computes from its parts is not computed here
}

// settings holds a secret in base64, under a name that says nothing.
const settings = "eyJrZXkiOiJNZDd4UV9ZcDNXazlSdDUtVmIyTG44SHMwSmMxRmc0WmEifQ==" // miss hardcodedsecret: a secret inside a longer encoded text is not seen

// Settings decodes it.
func Settings() ([]byte, error) { return base64.StdEncoding.DecodeString(settings) }

// chatPassword is a short home-made secret under a weak name.
func chatPassword() string {
	if s := os.Getenv("INTERCOM_SECRET"); s != "" {
		return s
	}
	return "Purple7Tiger" // miss hardcodedsecret: a short password under a weak name is silent when it is not seen to become a key
}

// Export hands it to a service that signs elsewhere.
func Export(send func(string)) { send(chatPassword()) }

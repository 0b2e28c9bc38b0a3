package support

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// IOSIntercomJWT proves a user to the Messenger in the iOS app.
func (s *Signer) IOSIntercomJWT(userID, email, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{
		"sub":   userID,
		"email": email,
	}).SignedString([]byte(secret))
}

// AndroidIntercomJWT proves a user to the Messenger in the Android app.
func AndroidIntercomJWT(userID string) (string, error) {
	key := []byte(os.Getenv("INTERCOM_ANDROID_SECRET"))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
	}).SignedString(key)
}

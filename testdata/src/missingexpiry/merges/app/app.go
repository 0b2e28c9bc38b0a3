// Package app merges claims with the helpers of another package.
package app

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/missingexpiry/merges/maputil"
)

func base(id string) map[string]any {
	return map[string]any{"user_id": id}
}

func IntercomJWT(key []byte, id string) (string, error) {
	c := maputil.Merge(base(id), map[string]any{"email": "x"})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key) // want missingexpiry
}

func IntercomJWTOK(key []byte, id string) (string, error) {
	c := maputil.Merge(base(id), map[string]any{"exp": time.Now().Add(time.Hour).Unix()})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

func IntercomJWT2(key []byte, id string) (string, error) {
	c := maputil.Merge2(base(id), map[string]any{"email": "x"})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key) // want missingexpiry
}

func IntercomJWT3(key []byte, id string) (string, error) {
	c := jwt.MapClaims{"email": "x"} // want missingexpiry
	maputil.MergeInto(c, base(id))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func IntercomJWT3b(key []byte, id string) (string, error) {
	c := jwt.MapClaims{"email": "x", "exp": time.Now().Add(time.Hour).Unix()}
	maputil.MergeInto(c, base(id))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func IntercomJWT4(key []byte, id string) (string, error) {
	c := maputil.MergeG(base(id), map[string]any{"email": "x"})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key) // want missingexpiry
}

func IntercomJWT5(key []byte, id string) (string, error) {
	c := maputil.All(base(id), map[string]any{"email": "x"})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key) // want missingexpiry
}

func IntercomJWT5ok(key []byte, id string) (string, error) {
	c := maputil.All(base(id), map[string]any{"exp": time.Now().Add(time.Hour).Unix()})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

func IntercomJWT6ok(key []byte, id string) (string, error) {
	c := maputil.Pick(base(id), "user_id")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

func IntercomJWT7ok(key []byte, id string) (string, error) {
	c := maputil.Without(base(id), "user_id")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

func IntercomJWT8ok(key []byte, id string) (string, error) {
	c := maputil.WithDefaults(base(id))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

func IntercomJWT9(key []byte, id string) (string, error) {
	c := maputil.Merge(map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}, map[string]any{"user_id": "1", "x": 2}) // want missinguserid
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c)).SignedString(key)
}

// Package app reads the secret through a neutral package of helpers: those that check, demand or refuse are
// the near misses.
package app

import (
	"log"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/wrongkey/envhelper/env"
)

func sign(key, id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}

func IntercomA(id string) (string, error) {
	return sign(env.String("INTERCOM_JWT_SECRET", ""), id) // want wrongkey
}

func IntercomB(id string) (string, error) {
	return sign(env.Get("INTERCOM_JWT_SECRET"), id) // want wrongkey
}

func IntercomC(id string) (string, error) {
	return sign(env.Must("INTERCOM_JWT_SECRET"), id)
}

func IntercomD(id string) (string, error) {
	k, err := env.Require("INTERCOM_JWT_SECRET")
	if err != nil {
		return "", err
	}
	return sign(k, id)
}

func IntercomE(id string) (string, error) {
	k := env.Get("INTERCOM_WEB_SECRET")
	if err := env.NotEmpty("INTERCOM_WEB_SECRET", k); err != nil {
		return "", err
	}
	return sign(k, id)
}

func IntercomF(id string) (string, error) {
	k := env.Get("INTERCOM_IOS_SECRET")
	if err := env.AllSet(map[string]string{"INTERCOM_IOS_SECRET": k}); err != nil {
		return "", err
	}
	return sign(k, id)
}

func Start() {
	if err := env.CheckAll("INTERCOM_ANDROID_SECRET", "DATABASE_URL"); err != nil {
		log.Fatal(err)
	}
}

func IntercomG(id string) (string, error) {
	return sign(env.Get("INTERCOM_ANDROID_SECRET"), id)
}

func IntercomH(id string) (string, error) {
	return sign(env.String("INTERCOM_JWT_SECRET", "kqV3sT0m_Zr8yPw1LxB5nCf7aHd9GjUeQ2iOoMvN4tY"), id) // want hardcodedsecret
}

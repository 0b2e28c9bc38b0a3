// Package lifetimes: where the length of life comes from: constants, package variables, a flag's
// default (counts, ruling 16), arithmetic, bare integers. Near misses keep to a day.
package lifetimes

import (
	"flag"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

const hoursPerWeek = 7 * 24

var (
	longTTL  = 10 * 24 * time.Hour
	shortTTL = 10 * time.Hour

	flagLong  = flag.Duration("messenger-ttl-long", 720*time.Hour, "lifetime of the messenger token")
	flagShort = flag.Duration("messenger-ttl", 2*time.Hour, "lifetime of the messenger token")
)

// Tokens signs.
type Tokens struct{ key []byte }

// New wants the secret.
func New() *Tokens {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_JWT_SECRET is not set")
	}
	return &Tokens{key: []byte(s)}
}

func (t *Tokens) sign(u *accounts.User, exp any) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": u.ID, "exp": exp}).SignedString(t.key)
}

// PackageVar is a hit: ten days.
func (t *Tokens) PackageVar(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(longTTL).Unix() // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// PackageVarShort is the near miss: ten hours.
func (t *Tokens) PackageVarShort(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(shortTTL).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// Flag is a hit: the default of the flag is thirty days.
func (t *Tokens) Flag(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(*flagLong).Unix() // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// FlagShort is the near miss.
func (t *Tokens) FlagShort(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(*flagShort).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// Week is a hit: seven days by a constant of hours.
func (t *Tokens) Week(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(time.Hour * hoursPerWeek).Unix() // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// BareInteger is a hit: 3600 are nanoseconds, so exp is the second it was made in.
func (t *Tokens) BareInteger(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(3600).Unix() // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// TimesSecond is the near miss of BareInteger.
func (t *Tokens) TimesSecond(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(3600 * time.Second).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// FromEnv is a near miss: the number of hours cannot be computed.
func (t *Tokens) FromEnv(u *accounts.User) (string, error) {
	hours, err := strconv.Atoi(os.Getenv("MESSENGER_TOKEN_HOURS"))
	if err != nil {
		return "", err
	}
	return t.sign(u, time.Now().Add(time.Duration(hours)*time.Hour).Unix())
}

// SessionEnd is a near miss: as long as the session, which is not known here.
func (t *Tokens) SessionEnd(u *accounts.User, sessionEnd time.Time) (string, error) {
	return t.sign(u, sessionEnd.Unix())
}

// Parameter is a hit: the wrong unit is handed to the function that makes the claims.
func (t *Tokens) Parameter(u *accounts.User) (string, error) {
	return t.sign(u, time.Now().Add(time.Hour).UnixMilli()) // want missingexpiry
}

// ParameterSeconds is the near miss.
func (t *Tokens) ParameterSeconds(u *accounts.User) (string, error) {
	return t.sign(u, time.Now().Add(time.Hour).Unix())
}

// Literal is a hit: a date in the past century.
func (t *Tokens) Literal(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = int64(946684800) // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

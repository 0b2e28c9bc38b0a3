// Package v5maps: golang-jwt v5 MapClaims of an onboarding app. Hits have no exp, one in the wrong
// unit or type, one that is over, one far too late; near misses change the one expression.
package v5maps

import (
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
)

// Widget is the support bubble of the app.
type Widget struct {
	secret string
	hours  int
}

// NewWidget stops the program when the secret is missing.
func NewWidget(hours int) *Widget {
	w := &Widget{secret: os.Getenv("INTERCOM_JWT_SECRET"), hours: hours}
	if w.secret == "" {
		log.Fatal("support widget: secret is missing")
	}
	return w
}

func (w *Widget) sign(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte(w.secret))
}

// NoExpiry is a hit.
func (w *Widget) NoExpiry(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{"user_id": u.ID, "email": u.Email, "iat": time.Now().Unix()}) // want missingexpiry
}

// Expiry is the near miss of NoExpiry.
func (w *Widget) Expiry(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()})
}

// OtherName is a hit: "expires" is not exp.
func (w *Widget) OtherName(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{ // want missingexpiry
		"user_id": u.ID,
		"expires": time.Now().Add(time.Hour).Unix(),
	}
	return w.sign(claims)
}

// Millis is a hit.
func (w *Widget) Millis(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour).UnixMilli(), // want missingexpiry
	})
}

// TimesThousand is a hit: milliseconds by multiplication.
func (w *Widget) TimesThousand(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour).Unix() * 1000, // want missingexpiry
	})
}

// MillisDivided is the near miss: milliseconds are turned into seconds.
func (w *Widget) MillisDivided(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour).UnixMilli() / 1000,
	})
}

// Nanos is a hit.
func (w *Widget) Nanos(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().Add(time.Hour).UnixNano() // want missingexpiry
	return w.sign(claims)
}

// RawTime is a hit: encoding/json writes a time.Time as text.
func (w *Widget) RawTime(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour), // want missingexpiry
	})
}

// NumericTime is the near miss of RawTime.
func (w *Widget) NumericTime(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     jwt.NewNumericDate(time.Now().Add(time.Hour)),
	})
}

// Length is a hit: a time.Duration is written as nanoseconds, and is no point in time.
func (w *Widget) Length(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Hour, // want missingexpiry
	})
}

// Text is a hit: a string.
func (w *Widget) Text(u *accounts.User) (string, error) {
	at := time.Now().Add(time.Hour)
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     strconv.FormatInt(at.Unix(), 10), // want missingexpiry
	})
}

// AlreadyOver is a hit: now is not after now.
func (w *Widget) AlreadyOver(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Unix(), // want missingexpiry
	})
}

// Seconds is the near miss of AlreadyOver.
func (w *Widget) Seconds(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Unix() + 3600,
	})
}

// Month is a hit: thirty days.
func (w *Widget) Month(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().AddDate(0, 1, 0).Unix(), // want missingexpiry
	})
}

// Day is the near miss of Month: exactly the allowed maximum.
func (w *Widget) Day(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(24 * time.Hour).Unix(),
	})
}

// Configured is a near miss: a lifetime that cannot be computed.
func (w *Widget) Configured(u *accounts.User) (string, error) {
	return w.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Duration(w.hours) * time.Hour).Unix(),
	})
}

// ServeHTTP answers the script that boots the bubble.
func (w *Widget) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(rw, http.StatusUnauthorized)
		return
	}
	token, err := w.Expiry(u)
	if err != nil {
		httpx.Fail(rw, http.StatusInternalServerError)
		return
	}
	httpx.JSON(rw, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

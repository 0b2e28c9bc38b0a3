// Package app signs what package policy made. Hits: endless claims, and sixty days through a constant
// of the other package; near misses: an hour, nine hours, and the product's own device token.
package app

import (
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/missingexpiry/claims_elsewhere/policy"
	"helper.test/accounts"
)

// App holds the Messenger's key and the product's own.
type App struct {
	intercomKey []byte
	deviceKey   []byte
}

// New loads both.
func New() *App {
	a := &App{
		intercomKey: []byte(os.Getenv("INTERCOM_IDENTITY_SECRET")),
		deviceKey:   []byte(os.Getenv("BOOKINGS_DEVICE_KEY")),
	}
	if len(a.intercomKey) == 0 || len(a.deviceKey) == 0 {
		log.Fatal("keys are not configured")
	}
	return a
}

func (a *App) forMessenger(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(a.intercomKey)
}

// Endless is a hit.
func (a *App) Endless(u *accounts.User) (string, error) {
	// note: the literal lies in another, neutral package: the finding is where the Messenger uses it
	return a.forMessenger(policy.Endless(u)) // want missingexpiry
}

// Device is a hit.
func (a *App) Device(u *accounts.User) (string, error) {
	return a.forMessenger(policy.Bounded(u, policy.Device)) // want missingexpiry
}

// Page is the near miss.
func (a *App) Page(u *accounts.User) (string, error) {
	return a.forMessenger(policy.Bounded(u, policy.Page))
}

// Working is a near miss.
func (a *App) Working(u *accounts.User) (string, error) {
	return a.forMessenger(policy.Bounded(u, policy.Working))
}

// DeviceToken is a near miss: not for the Messenger, so sixty days are the product's business.
func (a *App) DeviceToken(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, policy.Bounded(u, policy.Device)).SignedString(a.deviceKey)
}

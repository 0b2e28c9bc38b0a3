// Package v5methods: golang-jwt v5 in a video product. Hits sign the Messenger's token with HS384,
// HS512 or none; near misses are the same functions with HS256, or sign the product's own tokens.
package v5methods

import (
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Claims is what the Messenger reads.
type Claims struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

func claimsFor(u *accounts.User) Claims {
	return Claims{UserID: u.ID, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
}

// Player holds the Messenger secret and the stream key.
type Player struct {
	messengerSecret []byte
	streamKey       []byte
}

// New reads both.
func New() *Player {
	m, s := os.Getenv("INTERCOM_MESSENGER_SECRET"), os.Getenv("STREAM_KEY")
	if m == "" || s == "" {
		log.Fatal("player: missing configuration")
	}
	return &Player{messengerSecret: []byte(m), streamKey: []byte(s)}
}

// Strong is a hit: HS512 is not stronger here, it is refused.
func (p *Player) Strong(u *accounts.User) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS512, claimsFor(u)) // want signingalg
	return token.SignedString(p.messengerSecret)
}

// Right is the near miss of Strong.
func (p *Player) Right(u *accounts.User) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claimsFor(u))
	return token.SignedString(p.messengerSecret)
}

// Stream is a near miss: HS512 for the product's own streams.
func (p *Player) Stream(u *accounts.User) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS512, claimsFor(u))
	return token.SignedString(p.streamKey)
}

// Middle is a hit: HS384, with New.
func (p *Player) Middle(u *accounts.User) (string, error) {
	token := jwt.New(jwt.SigningMethodHS384) // want signingalg
	token.Claims = jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return token.SignedString(p.messengerSecret)
}

// MiddleRight is the near miss of Middle.
func (p *Player) MiddleRight(u *accounts.User) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Claims = jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return token.SignedString(p.messengerSecret)
}

// Preview is a hit: a token nobody signed, made for the Messenger of the staging page.
func (p *Player) Preview(u *accounts.User) (map[string]string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodNone, claimsFor(u)) // want signingalg
	unsigned, err := token.SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		return nil, err
	}
	return map[string]string{"intercom_user_jwt": unsigned}, nil
}

// Named is a hit: the method is looked up by a constant name.
func (p *Player) Named(u *accounts.User) (string, error) {
	method := jwt.GetSigningMethod("HS512") // want signingalg
	return jwt.NewWithClaims(method, claimsFor(u)).SignedString(p.messengerSecret)
}

// NamedRight is the near miss of Named.
func (p *Player) NamedRight(u *accounts.User) (string, error) {
	method := jwt.GetSigningMethod("HS256")
	return jwt.NewWithClaims(method, claimsFor(u)).SignedString(p.messengerSecret)
}

// Literal is a hit: a token literal.
func (p *Player) Literal(u *accounts.User) (string, error) {
	token := &jwt.Token{
		Header: map[string]any{"typ": "JWT", "alg": "HS512"},
		Claims: claimsFor(u),
		// note: the header only says it, Method does it
		Method: jwt.SigningMethodHS512, // want signingalg
	}
	return token.SignedString(p.messengerSecret)
}

// Package ropes keeps the algorithm object of gbrlsnchs/jwt in a field that two constructors fill.
package ropes

import (
	"time"

	"github.com/gbrlsnchs/jwt/v3"
)

type payload struct {
	jwt.Payload
	UserID string `json:"user_id,omitempty"`
	Lane   string `json:"lane,omitempty"`
}

// Ropes mints for climbers.
type Ropes struct{ alg jwt.Algorithm }

// New is a near miss.
func New(intercomIdentitySecret string) *Ropes {
	return &Ropes{alg: jwt.NewHS256([]byte(intercomIdentitySecret))}
}

// NewLong is a hit.
func NewLong(intercomIdentitySecret string) *Ropes {
	return &Ropes{alg: jwt.NewHS512([]byte(intercomIdentitySecret))} // want signingalg
}

func until(d time.Duration) jwt.Payload {
	return jwt.Payload{ExpirationTime: jwt.NumericDate(time.Now().Add(d))}
}

// Climber has all claims.
func (r *Ropes) Climber(id string) ([]byte, error) {
	return jwt.Sign(payload{Payload: until(time.Hour), UserID: id}, r.alg)
}

// Lane has no id.
func (r *Ropes) Lane(lane string) ([]byte, error) {
	return jwt.Sign(payload{Payload: until(time.Hour), Lane: lane}, r.alg) // want missinguserid
}

// Begun says when it began and not when it ends.
func (r *Ropes) Begun(id string) ([]byte, error) {
	return jwt.Sign(payload{UserID: id, Payload: jwt.Payload{IssuedAt: jwt.NumericDate(time.Now())}}, r.alg) // want missingexpiry
}

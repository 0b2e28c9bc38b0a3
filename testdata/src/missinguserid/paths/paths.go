// Package paths: user_id on some paths only, constants and placeholders in its place (golang-jwt
// v5, a community forum). Near misses refuse, return early or set it on every path.
package paths

import (
	"errors"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"

	"helper.test/accounts"
)

var errGuest = errors.New("forum: guests have no messenger token")

const everybody = "forum-member"

// Forum mints tokens for the help bubble.
type Forum struct{ key []byte }

// NewForum needs INTERCOM_SIGNING_SECRET.
func NewForum() *Forum {
	v := os.Getenv("INTERCOM_SIGNING_SECRET")
	if v == "" {
		log.Fatal("forum: signing secret missing")
	}
	return &Forum{key: []byte(v)}
}

func (f *Forum) sign(c jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(f.key)
}

func in1h() int64 { return time.Now().Add(time.Hour).Unix() }

// Members is a hit: guests get a token without an id.
func (f *Forum) Members(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": in1h()} // want missinguserid
	if u != nil {
		claims["user_id"] = u.ID
	}
	return f.sign(claims)
}

// MembersOnly is the near miss: guests get none.
func (f *Forum) MembersOnly(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"exp": in1h()}
	if u == nil {
		return "", errGuest
	}
	claims["user_id"] = u.ID
	return f.sign(claims)
}

// Anonymous is a hit: a placeholder on one path.
func (f *Forum) Anonymous(u *accounts.User) (string, error) {
	id := "anonymous"
	if u != nil {
		id = u.ID
	}
	return f.sign(jwt.MapClaims{"user_id": id, "exp": in1h()}) // want missinguserid
}

// EitherID is the near miss: two real ids.
func (f *Forum) EitherID(u *accounts.User) (string, error) {
	id := u.ContactID
	if u.ID != "" {
		id = u.ID
	}
	return f.sign(jwt.MapClaims{"user_id": id, "exp": in1h()})
}

// Everybody is a hit: one constant for all members.
func (f *Forum) Everybody(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": everybody, // want missinguserid
		"name":    u.Name,
		"exp":     in1h(),
	})
}

// Prefixed is the near miss of Everybody: the constant is only a prefix.
func (f *Forum) Prefixed(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": everybody + ":" + u.ID,
		"name":    u.Name,
		"exp":     in1h(),
	})
}

// Empty is a hit.
func (f *Forum) Empty(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": "", // want missinguserid
		"email":   u.Email,
		"exp":     in1h(),
	})
}

// Undefined is a hit: what a script once sent.
func (f *Forum) Undefined(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": "undefined", // want missinguserid
		"email":   u.Email,
		"exp":     in1h(),
	})
}

// Sequence is a hit: a number.
func (f *Forum) Sequence(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": u.Seq, // want missinguserid
		"exp":     in1h(),
	})
}

// SequenceText is the near miss of Sequence.
func (f *Forum) SequenceText(u *accounts.User) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": strconv.FormatInt(u.Seq, 10),
		"exp":     in1h(),
	})
}

// UUID is a near miss of Sequence: the type marshals to text.
func (f *Forum) UUID(id uuid.UUID) (string, error) {
	return f.sign(jwt.MapClaims{
		"user_id": id,
		"exp":     in1h(),
	})
}

// Verified is a hit: a switch forgets the default.
func (f *Forum) Verified(u *accounts.User) (string, error) {
	claims := make(jwt.MapClaims) // want missinguserid
	claims["exp"] = in1h()
	switch u.Plan {
	case "pro", "team":
		claims["user_id"] = u.ID
	case "free":
		claims["email"] = u.Email
	}
	return f.sign(claims)
}

// VerifiedAll is the near miss of Verified.
func (f *Forum) VerifiedAll(u *accounts.User) (string, error) {
	claims := make(jwt.MapClaims)
	claims["exp"] = in1h()
	switch u.Plan {
	case "pro", "team":
		claims["user_id"] = u.ID
	default:
		claims["user_id"] = u.Email
	}
	return f.sign(claims)
}

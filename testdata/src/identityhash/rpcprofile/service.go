// Package rpcprofile: a gRPC-style message and a gqlgen-style model with a user_hash field (hits: once a function); the
// fields for the JWT are near misses.
package rpcprofile

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Profile is a message of profile.proto.
type Profile struct {
	UserId           string `protobuf:"bytes,1,opt,name=user_id" json:"user_id,omitempty"`
	IntercomUserHash string `protobuf:"bytes,2,opt,name=intercom_user_hash" json:"intercom_user_hash,omitempty"`
	IntercomUserJwt  string `protobuf:"bytes,3,opt,name=intercom_user_jwt" json:"intercom_user_jwt,omitempty"`
}

// ProtoReflect stands in for the generated method.
func (x *Profile) ProtoReflect() any { return x }

// GetProfileRequest is empty: the caller's own profile is served.
type GetProfileRequest struct{}

type userKey struct{}

// Server implements the Profile service.
type Server struct{ intercomSecret []byte }

// NewServer refuses an empty key.
func NewServer(secret []byte) (*Server, error) {
	if len(secret) == 0 {
		return nil, errors.New("rpcprofile: no Intercom secret")
	}
	return &Server{intercomSecret: secret}, nil
}

func caller(ctx context.Context) (string, error) {
	id, ok := ctx.Value(userKey{}).(string)
	if !ok {
		return "", errors.New("unauthenticated")
	}
	return id, nil
}

// GetProfile serves the profile with the legacy proof.
func (s *Server) GetProfile(ctx context.Context, _ *GetProfileRequest) (*Profile, error) {
	id, err := caller(ctx)
	if err != nil {
		return nil, err
	}
	h := hmac.New(sha256.New, s.intercomSecret) // want identityhash
	h.Write([]byte(id))
	return &Profile{UserId: id, IntercomUserHash: hex.EncodeToString(h.Sum(nil))}, nil
}

// GetProfileV2 serves it with a token.
func (s *Server) GetProfileV2(ctx context.Context, _ *GetProfileRequest) (*Profile, error) {
	id, err := caller(ctx)
	if err != nil {
		return nil, err
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(s.intercomSecret)
	if err != nil {
		return nil, err
	}
	return &Profile{UserId: id, IntercomUserJwt: tok}, nil
}

// User is a gqlgen model.
type User struct {
	ID          string  `json:"id"`
	IntercomMac *string `json:"intercomMac,omitempty"`
}

// UserResolver resolves fields of User.
type UserResolver struct{ *Server }

// IntercomUserHash is the resolver of the legacy field.
func (r *UserResolver) IntercomUserHash(ctx context.Context, obj *User) (string, error) {
	h := hmac.New(sha256.New, r.intercomSecret) // want identityhash
	h.Write([]byte(obj.ID))
	return hex.EncodeToString(h.Sum(nil)), nil
}

// CacheKey is the resolver of a field that has a HMAC of another kind.
func (r *UserResolver) CacheKey(ctx context.Context, obj *User, cacheKey []byte) (string, error) {
	h := hmac.New(sha256.New, cacheKey)
	h.Write([]byte(obj.ID))
	return hex.EncodeToString(h.Sum(nil)), nil
}

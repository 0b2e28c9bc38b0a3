// Package rpc: gRPC-style service methods with generated-looking messages: the request message chooses the id (hits), the
// principal of the context does (near misses), the request only picks the platform (near miss).
package rpc

import (
	"context"
	"errors"
	"time"

	"github.com/cristalhq/jwt/v5"
)

// GetMessengerTokenRequest is a message of chat.proto.
type GetMessengerTokenRequest struct {
	UserId   string `protobuf:"bytes,1,opt,name=user_id,json=userId,proto3" json:"user_id,omitempty"`
	Platform string `protobuf:"bytes,2,opt,name=platform,proto3" json:"platform,omitempty"`
}

// ProtoReflect stands in for the generated method.
func (x *GetMessengerTokenRequest) ProtoReflect() any { return x }

// GetUserId is a generated getter.
func (x *GetMessengerTokenRequest) GetUserId() string {
	if x != nil {
		return x.UserId
	}
	return ""
}

// GetPlatform is a generated getter.
func (x *GetMessengerTokenRequest) GetPlatform() string {
	if x != nil {
		return x.Platform
	}
	return ""
}

// MessengerToken is a message of chat.proto.
type MessengerToken struct {
	IntercomUserJwt string `protobuf:"bytes,1,opt,name=intercom_user_jwt,proto3" json:"intercom_user_jwt,omitempty"`
}

// ProtoReflect stands in for the generated method.
func (x *MessengerToken) ProtoReflect() any { return x }

type principalKey struct{}

// Principal is set by the auth interceptor.
type Principal struct{ UserID string }

// PrincipalFrom returns the caller.
func PrincipalFrom(ctx context.Context) (Principal, bool) {
	p, ok := ctx.Value(principalKey{}).(Principal)
	return p, ok
}

var errDenied = errors.New("rpc error: permission denied")

// ChatServer implements the Chat service.
type ChatServer struct {
	signers map[string]jwt.Signer
}

func (s *ChatServer) mint(platform, userID string) (*MessengerToken, error) {
	signer, ok := s.signers[platform]
	if !ok {
		return nil, errDenied
	}
	tok, err := jwt.NewBuilder(signer).Build(struct {
		UserID string `json:"user_id"`
		jwt.RegisteredClaims
	}{userID, jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}})
	if err != nil {
		return nil, err
	}
	return &MessengerToken{IntercomUserJwt: tok.String()}, nil
}

// GetMessengerToken signs the id of the message.
func (s *ChatServer) GetMessengerToken(ctx context.Context, req *GetMessengerTokenRequest) (*MessengerToken, error) {
	return s.mint("web", req.GetUserId()) // want untrusteduserid
}

// RefreshMessengerToken signs the id of the message after a login check.
func (s *ChatServer) RefreshMessengerToken(ctx context.Context, req *GetMessengerTokenRequest) (*MessengerToken, error) {
	if _, ok := PrincipalFrom(ctx); !ok {
		return nil, errDenied
	}
	return s.mint(req.GetPlatform(), req.UserId) // want untrusteduserid
}

// GetMyMessengerToken signs the caller's id; the message only picks the key.
func (s *ChatServer) GetMyMessengerToken(ctx context.Context, req *GetMessengerTokenRequest) (*MessengerToken, error) {
	p, ok := PrincipalFrom(ctx)
	if !ok {
		return nil, errDenied
	}
	return s.mint(req.GetPlatform(), p.UserID)
}

// CheckedMessengerToken refuses other ids.
func (s *ChatServer) CheckedMessengerToken(ctx context.Context, req *GetMessengerTokenRequest) (*MessengerToken, error) {
	p, ok := PrincipalFrom(ctx)
	if !ok || p.UserID != req.GetUserId() {
		return nil, errDenied
	}
	return s.mint("web", req.GetUserId())
}

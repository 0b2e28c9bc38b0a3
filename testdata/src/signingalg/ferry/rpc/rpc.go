// Package rpc serves the ferry line's Messenger tokens over gRPC.
package rpc

import (
	"context"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type passengerKey struct{}

// TokenRequest is generated in the real tree.
type TokenRequest struct{ Algorithm string }

// TokenReply is generated in the real tree.
type TokenReply struct{ IntercomUserJwt string }

// BoardingReply is generated in the real tree.
type BoardingReply struct{ Pass string }

// Server implements the service.
type Server struct {
	messengerSecret []byte
	boardingKey     []byte
}

func passenger(ctx context.Context) (string, error) {
	id, ok := ctx.Value(passengerKey{}).(string)
	if !ok || id == "" {
		return "", status.Error(codes.Unauthenticated, "no passenger")
	}
	return id, nil
}

// Token obeys the request's algorithm.
func (s *Server) Token(ctx context.Context, req *TokenRequest) (*TokenReply, error) {
	id, err := passenger(ctx)
	if err != nil {
		return nil, err
	}
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	tok, err := jwt.NewWithClaims(jwt.GetSigningMethod(req.Algorithm), claims).SignedString(s.messengerSecret) // want signingalg
	if err != nil {
		return nil, status.Error(codes.Internal, "cannot sign")
	}
	return &TokenReply{IntercomUserJwt: tok}, nil
}

// StrictToken ignores it.
func (s *Server) StrictToken(ctx context.Context, req *TokenRequest) (*TokenReply, error) {
	if req.Algorithm != "" && req.Algorithm != jwt.SigningMethodHS256.Alg() {
		return nil, status.Error(codes.InvalidArgument, "unsupported algorithm")
	}
	id, err := passenger(ctx)
	if err != nil {
		return nil, err
	}
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.messengerSecret)
	if err != nil {
		return nil, status.Error(codes.Internal, "cannot sign")
	}
	return &TokenReply{IntercomUserJwt: tok}, nil
}

// SlowToken uses HS512.
func (s *Server) SlowToken(ctx context.Context, _ *TokenRequest) (*TokenReply, error) {
	id, err := passenger(ctx)
	if err != nil {
		return nil, err
	}
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(s.messengerSecret) // want signingalg
	if err != nil {
		return nil, status.Error(codes.Internal, "cannot sign")
	}
	return &TokenReply{IntercomUserJwt: tok}, nil
}

// BoardingPass is scanned at the gate.
func (s *Server) BoardingPass(ctx context.Context, req *TokenRequest) (*BoardingReply, error) {
	id, err := passenger(ctx)
	if err != nil {
		return nil, err
	}
	m := jwt.GetSigningMethod(req.Algorithm)
	if m == nil {
		m = jwt.SigningMethodHS512
	}
	pass, err := jwt.NewWithClaims(m, jwt.MapClaims{"passenger": id}).SignedString(s.boardingKey)
	if err != nil {
		return nil, status.Error(codes.Internal, "cannot sign")
	}
	return &BoardingReply{Pass: pass}, nil
}

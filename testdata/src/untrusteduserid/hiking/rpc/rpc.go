// Package rpc is the hiking club's gRPC API.
package rpc

import (
	"context"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

type hikerKey struct{}

// GetIntercomTokenRequest is generated in the real tree.
type GetIntercomTokenRequest struct {
	UserId   string
	Platform string
}

// GetUserId is generated in the real tree.
func (r *GetIntercomTokenRequest) GetUserId() string { return r.UserId }

// GetPlatform is generated in the real tree.
func (r *GetIntercomTokenRequest) GetPlatform() string { return r.Platform }

// GetIntercomTokenResponse is generated in the real tree.
type GetIntercomTokenResponse struct{ IntercomUserJwt string }

// MessengerServer is generated in the real tree.
type MessengerServer interface {
	GetIntercomToken(context.Context, *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error)
}

// RegisterMessengerServer is generated in the real tree.
func RegisterMessengerServer(s grpc.ServiceRegistrar, srv MessengerServer) {
	s.RegisterService(&grpc.ServiceDesc{ServiceName: "hiking.Messenger", HandlerType: (*MessengerServer)(nil)}, srv)
}

type minter struct{ secret []byte }

func (m minter) intercomJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(m.secret)
}

func respond(tok string, err error) (*GetIntercomTokenResponse, error) {
	if err != nil {
		return nil, status.Error(codes.Internal, "cannot sign")
	}
	return &GetIntercomTokenResponse{IntercomUserJwt: tok}, nil
}

// Trusting signs whoever the request names.
type Trusting struct{ minter }

// GetIntercomToken implements MessengerServer.
func (s *Trusting) GetIntercomToken(ctx context.Context, req *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error) {
	return respond(s.intercomJWT(req.GetUserId())) // want untrusteduserid
}

// Field reads the field instead of calling the getter.
type Field struct{ minter }

// GetIntercomToken implements MessengerServer.
func (s *Field) GetIntercomToken(ctx context.Context, req *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error) {
	if req.UserId == "" {
		return nil, status.Error(codes.InvalidArgument, "user_id is missing")
	}
	return respond(s.intercomJWT(req.UserId)) // want untrusteduserid
}

// Metadata believes the metadata.
type Metadata struct{ minter }

// GetIntercomToken implements MessengerServer.
func (s *Metadata) GetIntercomToken(ctx context.Context, _ *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error) {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok || len(md.Get("x-user-id")) == 0 {
		return nil, status.Error(codes.Unauthenticated, "no user")
	}
	return respond(s.intercomJWT(md.Get("x-user-id")[0])) // want untrusteduserid
}

// Authenticated believes the interceptor.
type Authenticated struct{ web, ios minter }

// GetIntercomToken implements MessengerServer.
func (s *Authenticated) GetIntercomToken(ctx context.Context, req *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error) {
	id, ok := ctx.Value(hikerKey{}).(string)
	if !ok {
		return nil, status.Error(codes.Unauthenticated, "no user")
	}
	if req.GetPlatform() == "ios" {
		return respond(s.ios.intercomJWT(id))
	}
	return respond(s.web.intercomJWT(id))
}

// Matching compares both.
type Matching struct{ minter }

// GetIntercomToken implements MessengerServer.
func (s *Matching) GetIntercomToken(ctx context.Context, req *GetIntercomTokenRequest) (*GetIntercomTokenResponse, error) {
	id, ok := ctx.Value(hikerKey{}).(string)
	if !ok || req.GetUserId() != id {
		return nil, status.Error(codes.PermissionDenied, "not yours")
	}
	return respond(s.intercomJWT(req.GetUserId()))
}

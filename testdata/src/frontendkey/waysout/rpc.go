package waysout

import (
	"context"

	"connectrpc.com/connect"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// RPC answers for gRPC and connect.
type RPC struct{ s Settings }

// Meta sends headers.
func (r RPC) Meta(ctx context.Context) error {
	if err := grpc.SetHeader(ctx, metadata.Pairs("x-app", r.s.AppID)); err != nil {
		return err
	}
	return grpc.SetHeader(ctx, metadata.Pairs("x-key", r.s.IntercomIdentitySecret)) // want frontendkey
}

// Outgoing calls the signer, which may know the key.
func (r RPC) Outgoing(ctx context.Context) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "x-key", r.s.IntercomIdentitySecret)
}

// Key is one wrapped value.
func (r RPC) Key(_ context.Context, _ *connect.Request[wrapperspb.StringValue]) (*connect.Response[wrapperspb.StringValue], error) {
	return connect.NewResponse(wrapperspb.String(r.s.IntercomIdentitySecret)), nil // want frontendkey
}

// App is another.
func (r RPC) App(_ context.Context, _ *connect.Request[wrapperspb.StringValue]) (*connect.Response[wrapperspb.StringValue], error) {
	return connect.NewResponse(wrapperspb.String(r.s.AppID)), nil
}

// Bag is a struct of values.
func (r RPC) Bag(_ context.Context, _ *connect.Request[structpb.Struct]) (*connect.Response[structpb.Struct], error) {
	bag, err := structpb.NewStruct(map[string]any{"app": r.s.AppID, "key": r.s.IntercomIdentitySecret})
	if err != nil {
		return nil, err
	}
	return connect.NewResponse(bag), nil // want frontendkey
}

// Ready only tells whether there is a key.
func (r RPC) Ready(_ context.Context, _ *connect.Request[structpb.Struct]) (*connect.Response[structpb.Struct], error) {
	bag, err := structpb.NewStruct(map[string]any{"app": r.s.AppID, "ready": r.s.IntercomIdentitySecret != ""})
	if err != nil {
		return nil, err
	}
	res := connect.NewResponse(bag)
	res.Header().Set("X-Chat-App", r.s.AppID)
	return res, nil
}

// Headers sends the key beside the answer.
func (r RPC) Headers(_ context.Context, req *connect.Request[wrapperspb.StringValue]) (*connect.Response[wrapperspb.StringValue], error) {
	req.Header().Set("X-Chat-Key", r.s.IntercomIdentitySecret)
	res := connect.NewResponse(wrapperspb.String(r.s.AppID))
	res.Header().Set("X-Chat-Key", r.s.IntercomIdentitySecret) // want frontendkey
	return res, nil
}

// Watch streams.
func (r RPC) Watch(_ *structpb.Struct, stream grpc.ServerStreamingServer[wrapperspb.StringValue]) error {
	if err := stream.Send(wrapperspb.String(r.s.AppID)); err != nil {
		return err
	}
	return stream.Send(wrapperspb.String(r.s.IntercomIdentitySecret)) // want frontendkey
}

package web

import (
	"context"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

func readBundle(ctx context.Context, f *reader.File) (reader.Result, error) {
	return reader.Result{}, ctx.Err()
}

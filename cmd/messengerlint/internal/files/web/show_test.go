package web

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

// TestShow prints what the file named by SHOW gives, for people at work.
func TestShow(t *testing.T) {
	name := os.Getenv("SHOW")
	if name == "" {
		t.Skip("SHOW names no file")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	res, err := Read(context.Background(), &reader.File{Path: name[1:], Data: data, Intercom: true, MaxLifetime: 24 * time.Hour})
	t.Log(err, time.Since(start))
	for _, f := range res.Findings {
		t.Logf("%d:%d %s %v %v: %s", f.Line, f.Column, f.Rule, f.Severity, f.Confidence, f.Message)
		for _, s := range f.Steps {
			t.Logf("      %d:%d %s", s.Line, s.Column, s.Text)
		}
	}
	for _, b := range res.Boots {
		t.Logf("boot %+v", b)
	}
	for _, m := range res.Mints {
		t.Logf("mint %+v", m)
	}
}

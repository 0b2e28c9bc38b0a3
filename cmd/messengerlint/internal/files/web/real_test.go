package web

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// TestTree prints what the tree named by TREE gives, for people at work.
func TestTree(t *testing.T) {
	root := os.Getenv("TREE")
	if root == "" {
		t.Skip("TREE names no tree")
	}
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !Reads(p) {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(root, p)
		if err != nil || !messenger.Needle(data) || messenger.TestPath(rel) {
			return nil
		}
		start := time.Now()
		res, err := Read(context.Background(), &reader.File{Path: rel, Data: data, Intercom: messenger.HasIntercom(string(data)), MaxLifetime: 24 * time.Hour})
		if took := time.Since(start); err != nil || took > 300*time.Millisecond {
			t.Logf("%s: %v %v", rel, took, err)
		}
		for _, f := range res.Findings {
			t.Logf("%s:%d:%d %s %v: %s", rel, f.Line, f.Column, f.Rule, f.Confidence, f.Message)
		}
		return nil
	})
}

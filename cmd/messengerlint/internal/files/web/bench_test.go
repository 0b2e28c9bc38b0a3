package web

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

// minifiedBundle is a bundle of n bytes on one line with a secret deep inside.
func minifiedBundle(n int) []byte {
	var b bytes.Buffer
	b.Grow(n + 4096)
	for i := 0; b.Len() < n*2/3; i++ {
		fmt.Fprintf(&b, `function f%d(e,t){var n=e.call(this,t)||this;return n.state={id:"%d",open:!1},n}`, i, i)
	}
	b.WriteString(`var env={NODE_ENV:"production",REACT_APP_INTERCOM_SECRET_KEY:"Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX"};`)
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, `function g%d(e,t){return window.Intercom?e:t.map((function(e){return{email:e.email,user_id:e.id}}))}`, i)
	}
	return b.Bytes()
}

// TestBundleBounds reads a bundle of 20 MB: it is never held a second time, let
// alone parsed. How long that takes the benchmark below tells.
func TestBundleBounds(t *testing.T) {
	data := minifiedBundle(20 << 20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	res, err := Read(context.Background(), &reader.File{Path: "dist/app.js", Data: data, Intercom: true})
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) != 1 || res.Findings[0].Rule != "frontendkey" || len(res.Boots) != 0 {
		t.Errorf("findings: %v", res.Findings)
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 200 {
		t.Errorf("allocated %d MB", mb)
	}
}

// bigScript is a laid out script of about n bytes with many boots.
func bigScript(n int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "export function open%d(user, jwt) {\n  const settings = { app_id: 'abcd1234', user_id: user.id };\n  if (jwt) {\n    settings.intercom_user_jwt = jwt;\n  }\n  window.Intercom('boot', settings);\n  return settings;\n}\n\n", i)
	}
	return b.Bytes()
}

// TestBigScript reads a script that is just short enough to be parsed whole: all
// of its boots are seen, and the check of the proof in each of them.
func TestBigScript(t *testing.T) {
	data := bigScript(900 << 10)
	res, err := Read(context.Background(), &reader.File{Path: "src/app.js", Data: data, Intercom: true})
	if err != nil {
		t.Fatal(err)
	}
	boots := bytes.Count(data, []byte("window.Intercom("))
	if len(res.Boots) != boots || len(res.Findings) != 0 {
		t.Errorf("%d boots of %d, findings %v", len(res.Boots), boots, res.Findings)
	}
}

func BenchmarkBundle20MB(b *testing.B) {
	data := minifiedBundle(20 << 20)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Read(context.Background(), &reader.File{Path: "dist/app.js", Data: data, Intercom: true})
	}
}

func BenchmarkComponent(b *testing.B) {
	data := []byte(strings.Repeat("const pad = { a: 1 };\n", 1)[:0] + string(bigScript(8<<10)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, _ = Read(context.Background(), &reader.File{Path: "src/app.tsx", Data: data, Intercom: true})
	}
}

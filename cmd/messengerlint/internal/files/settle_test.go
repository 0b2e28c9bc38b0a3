package files

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

const login = `import Intercom
final class Session {
  func signedIn(user: User) {
    let attributes = ICMUserAttributes()
    attributes.userId = user.id
    Intercom.loginUser(with: attributes) { _ in }
  }
}
`

const proof = `import Intercom
final class Proof {
  func apply(_ token: String) { Intercom.setUserJwt(token) }
}
`

// TestSettle asks the same login twice: alone, and beside another file of the
// same app, or of another app, that hands over a proof.
func TestSettle(t *testing.T) {
	cases := []struct {
		name  string
		files map[string]string
		want  int
	}{
		{"alone", map[string]string{"ios/Podfile": "", "ios/App/Session.swift": login}, 1},
		{"same app", map[string]string{"ios/Podfile": "", "ios/App/Session.swift": login, "ios/App/Proof.swift": proof}, 0},
		{"other app", map[string]string{
			"a/Podfile": "", "a/Session.swift": login, "b/Podfile": "", "b/Proof.swift": proof,
		}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range c.files {
				full := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			rep, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"."}})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, f := range rep.Findings {
				if f.Rule == "unsignedboot" {
					n++
				}
			}
			if n != c.want {
				t.Errorf("%d findings of unsignedboot, want %d: %v", n, c.want, rep.Findings)
			}
			for _, b := range rep.Boots {
				if b.Kind == "proof" {
					t.Errorf("the map shows a marker of a proof at %s:%d", b.Path, b.Line)
				}
			}
		})
	}
}

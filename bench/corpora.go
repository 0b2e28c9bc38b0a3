package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// repository is a real code base from the module proxy.
type repository struct {
	name   string
	module string // with version
	plant  string // folder of the package that gets a mint
}

func repositories() []repository {
	return []repository{
		{"kubernetes", "k8s.io/kubernetes@v1.36.0", ""},
		{"caddy", "github.com/caddyserver/caddy/v2@v2.11.9", "modules/caddyhttp"},
		{"prometheus", "github.com/prometheus/prometheus@v0.316.0", "web"},
		{"vault", "github.com/hashicorp/vault@v1.21.4", "helper/identity"},
		{"gitea", "code.gitea.io/gitea@v1.27.3", "services/context"},
	}
}

func repositoryNamed(name string) (repository, error) {
	for _, r := range repositories() {
		if r.name == name {
			return r, nil
		}
	}
	return repository{}, fmt.Errorf("no repository %q", name)
}

// copied returns a writable copy of a repository, without a needle in it.
func (b *bench) copied(r repository) (string, error) {
	dir := filepath.Join(b.kept, "trees", r.name+versionOf(r.module))
	if _, err := os.Stat(dir); err == nil {
		// A run that was killed may have left its mint.
		if err := os.Remove(plantedFile(dir, r.plant)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		return dir, nil
	}
	c := exec.Command("go", "mod", "download", "-json", r.module)
	c.Dir = b.scratch
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("go mod download %s: %w\n%s", r.module, err, out)
	}
	var mod struct{ Dir string }
	if err := json.Unmarshal(out, &mod); err != nil {
		return "", err
	}
	tmp := dir + ".part"
	if err := os.RemoveAll(tmp); err != nil {
		return "", err
	}
	if err := copyTree(mod.Dir, tmp); err != nil {
		return "", err
	}
	return dir, os.Rename(tmp, dir)
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, p)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o644)
	})
}

// plant writes a mint into one package of a copy and returns what takes it away
// again. It needs nothing but the standard library: no repository has to
// download anything for it.
func plant(dir, folder string) (undo func(), err error) {
	at := filepath.Join(dir, filepath.FromSlash(folder))
	name, err := packageName(at)
	if err != nil {
		return nil, err
	}
	file := plantedFile(dir, folder)
	return func() { _ = os.Remove(file) }, os.WriteFile(file, []byte(strings.ReplaceAll(planted, "PACKAGE", name)), 0o644)
}

func plantedFile(dir, folder string) string {
	return filepath.Join(dir, filepath.FromSlash(folder), "intercom_identity.go")
}

const planted = `package PACKAGE

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"os"
)

// IntercomUserHash proves who the user is to the Messenger.
func IntercomUserHash(userID string) string {
	mac := hmac.New(sha256.New, []byte(os.Getenv("INTERCOM_IDENTITY_SECRET")))
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}
`

func packageName(dir string) (string, error) {
	c := exec.Command("go", "list", "-f", "{{.Name}}", ".")
	c.Dir, c.Env = dir, append(os.Environ(), "GOWORK=off")
	out, err := c.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go list in %s: %w\n%s", dir, err, out)
	}
	return strings.TrimSpace(string(out)), nil
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// worst measures modules in which every package holds a mint.
func (b *bench) worst([]string) error {
	ssa, err := b.own("ssavet")
	if err != nil {
		return err
	}
	for _, n := range []int{250, 500, 1000} {
		dir := filepath.Join(b.scratch, fmt.Sprintf("worst%d", n))
		if err := generate(dir, n); err != nil {
			return err
		}
		// The packages are compiled once, so that both sides find a warm build cache.
		if err := goCommand(dir, []string{"GOWORK=off"}, "build", "./..."); err != nil {
			return err
		}
		err := b.report(fmt.Sprintf("a mint in each of %d packages", n), "linear; CPU within 2 of go vet with one SSA analyzer", min(b.runs, fewRuns),
			b.lint(dir, "./..."), b.vet("go vet with nilness", ssa, dir, "./..."))
		if err != nil {
			return err
		}
	}
	return nil
}

// generate writes a module of n packages. Each signs a user_hash and answers
// with it, so that every package has a mint, a way out and nothing to report
// twice; every fourth uses the package before it.
func generate(dir string, n int) error {
	files := map[string]string{"go.mod": "module worst.test\n\ngo 1.26\n"}
	for i := range n {
		name := fmt.Sprintf("p%04d", i)
		imported, used := "", ""
		if i%4 == 3 {
			before := fmt.Sprintf("p%04d", i-1)
			imported = fmt.Sprintf("\n\t\"worst.test/%s\"", before)
			used = fmt.Sprintf("\nfunc Other(id string) string { return %s.Hash(id) }\n", before)
		}
		files[name+"/"+name+".go"] = strings.NewReplacer("PACKAGE", name, "IMPORTED", imported, "USED", used).Replace(worstPackage)
	}
	return writeFiles(dir, files)
}

const worstPackage = `package PACKAGE

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
IMPORTED)

type settings struct {
	AppID    string ` + "`json:\"app_id\"`" + `
	UserID   string ` + "`json:\"user_id\"`" + `
	UserHash string ` + "`json:\"user_hash\"`" + `
}

var secret = os.Getenv("INTERCOM_IDENTITY_SECRET")

// Hash proves a user to the Messenger.
func Hash(userID string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

func Serve(w http.ResponseWriter, r *http.Request) {
	id, ok := r.Context().Value("user").(string)
	if !ok {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(settings{AppID: "abc12345", UserID: id, UserHash: Hash(id)})
}
USED`

func writeFiles(dir string, files map[string]string) error {
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

package trust

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// canaries are random secrets, each planted in one place, by the name of it.
type canaries map[string]string

// fresh makes a secret in the form of Intercom's.
func (c canaries) fresh(t testing.TB, place string) string {
	t.Helper()
	data := make([]byte, 32)
	if _, err := rand.Read(data); err != nil {
		t.Fatal(err)
	}
	s := base64.RawURLEncoding.EncodeToString(data)
	c[place] = s
	return s
}

// token makes a REST access token; the part that is the same in all is no canary.
func (c canaries) token(t testing.TB, place string) string {
	t.Helper()
	tok := base64.StdEncoding.EncodeToString([]byte("tok:" + c.fresh(t, place)[:40]))
	for len(tok) < 60 {
		tok += "="
	}
	c[place] = tok[6:]
	return tok
}

// jwt makes a signed proof; its header and the names of its claims are no secret.
func (c canaries) jwt(t testing.TB, place, key string) string {
	t.Helper()
	enc := base64.RawURLEncoding.EncodeToString
	text := enc([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + enc([]byte(`{"user_id":"usr_8842019","exp":1795702817}`))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(text))
	c[place] = enc(mac.Sum(nil))
	return text + "." + c[place]
}

// window is how much of a secret may be shown at most, less one.
const window = 8

// seek returns the windows of a secret in every coding that an output may have.
func seek(secret string) []string {
	texts := []string{secret, url.QueryEscape(secret), hex.EncodeToString([]byte(secret))}
	for shift := range 3 { // where the secret may stand in what is coded
		padded := []byte(strings.Repeat("\x00", shift) + secret)
		for _, enc := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			text := enc.EncodeToString(padded)
			texts = append(texts, text[(shift*8+5)/6:len(text)-2])
		}
	}
	var out []string
	for _, text := range texts {
		for i := 0; i+window <= len(text); i++ {
			out = append(out, text[i:i+window])
		}
	}
	return out
}

// in fails the test when a text shows a canary. It never prints the canary.
func (c canaries) in(t *testing.T, what, text string) {
	t.Helper()
	for place, secret := range c {
		for _, w := range seek(secret) {
			if at := strings.Index(text, w); at >= 0 {
				line := text[strings.LastIndexByte(text[:at], '\n')+1 : at]
				t.Errorf("%s shows the secret of %s, after %q", what, place, clip(line))
				break
			}
		}
	}
}

// planted is a tree with a secret in every place that a rule knows.
func planted(t testing.TB, c canaries) tree {
	s := func(place string) string { return c.fresh(t, place) }
	key := s("the key of a pasted JWT")
	return tree{
		"key/key.go": "package key\n\nimport (\n\t\"fmt\"\n\t\"log\"\n\t\"net/http\"\n\t\"time\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\n" +
			"const intercomSecret = \"" + s("a constant") + "\"\n\nvar intercomKeys = map[string]string{\"intercom_secret\": \"" + s("an element of a map") + "\"}\n\n" +
			"// Sign signs.\nfunc Sign(r *http.Request) (string, error) {\n\tclaims := jwt.MapClaims{\"user_id\": r.FormValue(\"id\"), \"exp\": time.Now().Add(90 * 24 * time.Hour).Unix()}\n" +
			"\tlog.Println(\"intercom\", intercomSecret)\n\tif r.Method == \"PUT\" {\n\t\treturn \"\", fmt.Errorf(\"intercom %s\", intercomKeys[\"intercom_secret\"])\n\t}\n" +
			"\tif r.Method == \"POST\" {\n\t\treturn jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString([]byte(\"" + s("a key in place") + "\"))\n\t}\n" +
			"\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"email\": \"a@b.c\", \"app\": \"intercom\"}).SignedString([]byte(intercomSecret))\n}\n",
		"hash/hash.go": "package hash\n\nimport (\n\t\"crypto/hmac\"\n\t\"crypto/sha256\"\n\t\"encoding/hex\"\n)\n\n// IntercomUserHash proves.\nfunc IntercomUserHash(id string) string {\n" +
			"\tm := hmac.New(sha256.New, []byte(\"" + s("an HMAC key") + "\"))\n\tm.Write([]byte(id))\n\treturn hex.EncodeToString(m.Sum(nil))\n}\n",
		"tags/tags.go": "package tags\n\n// Config has defaults.\ntype Config struct {\n\tIntercomJWTSecret string `env:\"INTERCOM_JWT_SECRET\" envDefault:\"" + s("a struct tag") + "\"`\n}\n\n" +
			"// Settings holds.\nvar Settings = Config{IntercomJWTSecret: \"" + s("a field") + "\"}\n",
		"embed/embed.go":     "package embed\n\nimport _ \"embed\"\n\n//go:embed intercom.key\nvar intercomSecret string\n\n// Len is used.\nfunc Len() int { return len(intercomSecret) }\n",
		"embed/intercom.key": s("an embedded file") + "\n",
		"rest/rest.go":       "package rest\n\nconst apiToken = \"" + c.token(t, "a REST token in Go") + "\"\n\n// T is used.\nfunc T() string { return apiToken }\n",
		"pasted/pasted.go":   "package pasted\n\nvar Settings = map[string]any{\"app_id\": \"r6y1u8ta\", \"intercom_user_jwt\": \"" + c.jwt(t, "a pasted JWT", key) + "\"}\n",
		"page/page.go": "package page\n\nimport (\n\t\"fmt\"\n\t\"net/http\"\n)\n\n// Page serves.\nfunc Page(w http.ResponseWriter, r *http.Request) {\n\tintercomSecret := \"" + s("a variable that is served") + "\"\n" +
			"\tfmt.Fprintf(w, \"<script>window.intercomSettings={app_id:'r6y1u8ta',user_id:'%s',secret:'%s'}</script>\", r.FormValue(\"id\"), intercomSecret)\n}\n",
		"ignored/ignored.go": "package ignored\n\n//messengerlint:ignore hardcodedsecret rotated in May\nconst IntercomSecret = \"" + s("an ignored constant") + "\"\n",
		"spread/spread.go":   "package spread\n\nconst IntercomSecret = \"" + s("the first half")[:22] + "\" +\n\t\"" + s("the second half")[:21] + "\"\n",
		"broken/broken.go": "package broken\n\nconst intercomSecret = \"" + s("a constant of the wrong type") + "\"\n\nvar n int = intercomSecret\nvar m int = \"" + s("a literal of the wrong type") + "\"\n\n" +
			"func f(x string) {\n\tswitch x {\n\tcase intercomSecret:\n\tcase intercomSecret:\n\t}\n}\n",
		"unparsed/unparsed.go": "package unparsed\n\nconst intercomSecret = \"" + s("an open literal") + "\n",
		"raw/raw.go":           "package raw\n\nconst intercomSecret = intercom`" + s("an open raw literal") + "\n",
		"shop.env":             "INTERCOM_JWT_SECRET=" + s("an env file") + "\nINTERCOM_TOKEN=" + c.token(t, "a REST token in a file") + "\n",
		"shop.yaml":            "intercom:\n  identity_secret: " + s("a YAML file") + "\n  broken: [\n",
		"secret.yaml":          "apiVersion: v1\nkind: Secret\ndata:\n  INTERCOM_JWT_SECRET: " + base64.StdEncoding.EncodeToString([]byte(s("a Kubernetes Secret"))) + "\n",
		"shop.toml":            "[intercom]\nsecret = \"" + s("a TOML file") + "\"\n",
		"shop.json":            "{\"intercom\": {\"jwt_secret\": \"" + s("a JSON file") + "\"}}\n",
		"shop.xml":             "<resources><string name=\"intercom_secret\">" + s("an XML file") + "</string></resources>\n",
		"web/app.js": "import jwt from 'jsonwebtoken';\nconst intercomSecret = '" + s("a script") + "';\nconst token = jwt.sign({ email: 'a@b.c' }, '" + s("a key in a script") + "');\n" +
			"console.log(intercomSecret);\nwindow.Intercom('boot', { app_id: 'r6y1u8ta', user_id: user.id, user_hash: intercomSecret, intercom_user_jwt: token });\n",
		"web/broken.ts":  "const intercomSecret: string = '" + s("a script that does not parse") + "\nfunction ( {{{\n",
		"web/index.html": "<script>window.intercomSettings = {app_id: 'r6y1u8ta', user_id: '1', secret: '" + s("a page") + "'};</script>\n",
		"ios/App.swift":  "import Intercom\nlet intercomSecret = \"" + s("a Swift file") + "\"\nIntercom.setUserHash(intercomSecret)\nprint(intercomSecret)\n",
		"android/A.kt":   "val intercomSecret = \"" + s("a Kotlin file") + "\"\nIntercom.client().setUserHash(intercomSecret)\n",
		"ci.sh":          "export INTERCOM_SECRET='" + s("a shell script") + "'\ncurl -H \"Authorization: Bearer " + c.token(t, "a REST token in a shell script") + "\"\n",
		"past.env":       "INTERCOM_JWT_SECRET=" + s("a commit of the past") + "\n",
	}.module(t)
}

func gitIn(t testing.TB, dir string, args ...string) {
	t.Helper()
	args = append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"}, args...)
	if r := program(t, dir, os.Environ(), "", "git", args...); r.code != 0 {
		t.Fatalf("git %v: %s", args, r.stderr)
	}
}

// TestNoSecretShown plants secrets, runs everything, and looks for every window
// of every secret in what is printed and written.
func TestNoSecretShown(t *testing.T) {
	c := canaries{}
	dir := t.TempDir()
	files := planted(t, c)
	files.write(t, dir)
	gitIn(t, dir, "init", "-q")
	gitIn(t, dir, "add", "-A")
	gitIn(t, dir, "commit", "-qm", "all")
	if err := os.Remove(filepath.Join(dir, "past.env")); err != nil {
		t.Fatal(err)
	}
	gitIn(t, dir, "commit", "-qam", "less")

	formats := output.Formats()
	runs := [][]string{{"-v", "-o", "out.txt", "-min-confidence", "low", "-tests"}, {"-v", "-new-from-rev", "HEAD"}, {"-o", "out.json", "-format", "json"},
		{"-write-baseline", "base.json"}, {"history", "-v"}, {"history", "-format", formats[len(formats)-1]}}
	for _, format := range formats {
		runs = append(runs, []string{"-v", "-format", format})
	}
	help := lint(t, dir, "help").stdout
	for _, flag := range []string{"-diff", "-staged"} {
		if strings.Contains(help, "\t"+flag+" ") {
			runs = append(runs, []string{flag})
		}
	}
	if strings.Contains(help, "messengerlint map") {
		runs = append(runs, []string{"map", "-v"}, []string{"map", "-format", "html"}, []string{"map", "-format", "json"})
	}
	runs = append(runs, []string{"-fix", "-v"}) // last: it changes the tree
	found := 0
	for _, args := range runs {
		r := lint(t, dir, args...)
		what := "messengerlint " + strings.Join(args, " ")
		if strings.Contains(r.stderr, "panic") || strings.Contains(r.stderr, "goroutine ") {
			t.Errorf("%s panics:\n%s", what, clip(r.stderr))
		}
		c.in(t, what, r.stdout)
		c.in(t, "standard error of "+what, r.stderr)
		found += strings.Count(r.stdout, "hardcodedsecret")
	}
	if found < 40 {
		t.Errorf("only %d findings of hardcodedsecret in all runs; the test looks at nothing", found)
	}
	vet := program(t, dir, environ(), "", "go", "vet", "-vettool="+self(t), "./key", "./tags", "./page", "./broken")
	if !strings.Contains(vet.stderr, "secret") {
		t.Errorf("go vet finds nothing:\n%s", clip(vet.stderr))
	}
	c.ownWords(t, "go vet", vet.stdout+vet.stderr)
	c.written(t, dir, files)
}

// ownWords looks at what go vet prints, less what its compiler says of code that
// does not type-check, which is no word of this project's.
func (c canaries) ownWords(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "broken/broken.go") && !strings.Contains(line, "vet: ") {
			c.in(t, what, line)
		}
	}
}

// written looks at every file that the runs left.
func (c canaries) written(t *testing.T, dir string, sources tree) {
	t.Helper()
	var seen []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == ".git" {
			return fs.SkipDir
		}
		rel, err := filepath.Rel(dir, path)
		if _, source := sources[filepath.ToSlash(rel)]; d.IsDir() || source || err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		seen = append(seen, rel)
		c.in(t, rel, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"base.json", "out.txt", "out.json"} {
		if !slices.Contains(seen, name) {
			t.Errorf("%s was not written", name)
		}
	}
}

// TestNoSecretInToken explains a JWT whose key is in a file and in the
// environment, right and wrong.
func TestNoSecretInToken(t *testing.T) {
	c := canaries{}
	dir := t.TempDir()
	key := c.fresh(t, "the key")
	jwt := c.jwt(t, "the JWT", key)
	tree{"key": key, "other": c.fresh(t, "another key")}.write(t, dir)
	env := environ("THE_KEY="+key, "OTHER_KEY="+c["another key"])
	for _, args := range [][]string{
		{jwt}, {"-"}, {"-secret-env", "THE_KEY", "-"}, {"-secret-env", "OTHER_KEY", "-"}, {"-secret-file", "key", "-"},
		{"-secret-file", "other", "-"}, {"-secret-env", key, "-"}, {"-secret-file", key, "-"}, {jwt, jwt}, {jwt + "x"}, {key},
		{"-format", "json", "-secret-env", "THE_KEY", "-"},
	} {
		r := program(t, dir, env, jwt+"\n", self(t), append([]string{"token"}, args...)...)
		what := strings.NewReplacer(jwt, "JWT", key, "KEY").Replace("messengerlint token " + strings.Join(args, " "))
		c.in(t, what, r.stdout)
		c.in(t, "standard error of "+what, r.stderr)
	}
}

// panicIn names, in the environment, the kind of the panic to force.
const panicIn = "MESSENGERLINT_TRUST_PANIC"

// breakRule makes a rule panic with the source text of what it looks at.
func breakRule(kind string) {
	for _, r := range analyzer.Rules() {
		if r.Name != "wrongkey" {
			continue
		}
		*r = *rule.New(r.Meta, "", func(p *rule.Pass) {
			var text strings.Builder
			for _, f := range p.Files {
				data, err := os.ReadFile(p.Fset.File(f.Pos()).Name())
				if err == nil {
					text.Write(data)
				}
			}
			switch kind {
			case "string":
				panic(text.String())
			case "error":
				panic(fmt.Errorf("%w: %s", os.ErrInvalid, text.String()))
			case "runtime":
				_ = map[any]int{any([]string{text.String()}): 1}
			case "stringer":
				panic(struct{ Text string }{text.String()})
			}
		})
	}
}

// TestNoSecretInPanic forces a rule to panic with the text of the source.
func TestNoSecretInPanic(t *testing.T) {
	c := canaries{}
	dir := t.TempDir()
	tree{"a/a.go": "package a\n\nimport \"fmt\"\n\nconst IntercomSecret = \"" + c.fresh(t, "a constant") + "\"\n\nfunc F() { fmt.Println(IntercomSecret) }\n"}.module(t).write(t, dir)
	for _, kind := range []string{"string", "error", "runtime", "stringer"} {
		env := environ(panicIn + "=" + kind)
		r := program(t, dir, env, "", self(t), "-v")
		if r.code != 2 || !strings.Contains(r.stderr, "internal error") || !strings.Contains(r.stdout, "hardcodedsecret") {
			t.Errorf("%s: exit code %d, want 2, a word of the error and the findings of other rules\n%s\n%s", kind, r.code, r.stdout, clip(r.stderr))
		}
		c.in(t, "a panic with a "+kind, r.stdout+r.stderr)
	}
	// A host that stores results may not store that of a panic as a clean one.
	for _, when := range []string{"first", "again"} {
		r := program(t, dir, environ(panicIn+"=string"), "", "go", "vet", "-vettool="+self(t), "./...")
		if r.code == 0 || !strings.Contains(r.stderr, "internal error") || !strings.Contains(r.stderr, "is written in the source") {
			t.Errorf("go vet, %s: exit code %d, want 1, a word of the panic and the findings of other rules\n%s", when, r.code, clip(r.stderr))
		}
		c.in(t, "go vet after a panic", r.stdout+r.stderr)
	}
}

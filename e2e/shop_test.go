package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// secret has the shape of a Messenger API secret. It is in two parts here so
// that no scanner of this repository takes it for one.
const secret = "pQSh30Dp4J4slZONlqde" + "0gA941LtxpIiDcwpaWw8"

// What the shop is made of. The mint of chat is found through the facts of
// tokens; the key of desk is a literal.
const (
	tokensForever = `// Package tokens signs for whoever asks.
package tokens

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// User is a token for a user.
func User(id string, key []byte) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "iat": time.Now().Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
`
	chat = `// Package chat proves users to the Messenger.
package chat

import (
	"errors"
	"os"

	"example.com/tokens"
)

// Proof is for the user of the session.
func Proof(sessionUserID string) (string, error) {
	key := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if key == "" {
		return "", errors.New("INTERCOM_MESSENGER_SECRET is not set")
	}
	return tokens.User(sessionUserID, []byte(key))
}
`
	desk = `// Package desk proves users to the Messenger.
package desk

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const intercomIdentitySecret = "` + secret + `"

// Proof is for the user of the session.
func Proof(sessionUserID string) (string, error) {
	claims := jwt.MapClaims{"user_id": sessionUserID, "exp": time.Now().Add(48 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(intercomIdentitySecret))
}
`
)

var tokensHour = strings.Replace(tokensForever, `"iat": time.Now().Unix()`, `"exp": time.Now().Add(time.Hour).Unix()`, 1)

// newShop writes the module example.com/shop, and the module example.com/tokens
// that it requires beside it, and returns the folder of the first.
func newShop(t *testing.T) string {
	t.Helper()
	sum, err := os.ReadFile(filepath.Join(corpus, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	const jwt = "\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n"
	files{
		"tokens/go.mod":     "module example.com/tokens" + jwt,
		"tokens/go.sum":     string(sum),
		"tokens/tokens.go":  tokensForever,
		"shop/go.mod":       "module example.com/shop" + jwt + "\nrequire example.com/tokens v0.0.0\n\nreplace example.com/tokens => ../tokens\n",
		"shop/go.sum":       string(sum),
		"shop/chat/chat.go": chat,
		"shop/desk/desk.go": desk,
	}.write(t, dir)
	return filepath.Join(dir, "shop")
}

// rules lists "path rule" of findings, in order.
func rules(fs []finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.path+" "+f.rule)
	}
	return strings.Join(out, ", ")
}

// What the shop has to be reported for.
const (
	chatFinding = "chat/chat.go missingexpiry"
	deskExpiry  = "desk/desk.go missingexpiry"
	deskSecret  = "desk/desk.go hardcodedsecret"
	shopAll     = chatFinding + ", " + deskSecret + ", " + deskExpiry
)

func wantRules(t *testing.T, what string, got []finding, want string) {
	t.Helper()
	if rules(got) != want {
		t.Errorf("%s: findings are %q, want %q", what, rules(got), want)
	}
}

func noSecret(t *testing.T, what, out string) {
	t.Helper()
	if strings.Contains(out, secret) || strings.Contains(out, secret[:20]) {
		t.Errorf("%s shows the value of the secret", what)
	}
}

// TestShop: the command finds what the tests of the hosts rely on.
func TestShop(t *testing.T) {
	dir := newShop(t)
	out := must(t, 1, dir, nil, command.path(t), "-format", "json")
	wantRules(t, "messengerlint", parseCommand(t, out.stdout).goFindings(false), shopAll)
	noSecret(t, "messengerlint", out.all())
}

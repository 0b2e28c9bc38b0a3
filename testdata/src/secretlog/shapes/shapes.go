// Package shapes: further ways into a log or a URL (hits), each beside what is near it and safe.
package shapes

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"expvar"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// Credentials of Intercom in all their kinds.
type Credentials struct {
	IntercomClientSecret  string
	IntercomWebhookSecret string
	IntercomAccessToken   string
	IntercomAppID         string
}

// Messenger has the one that matters in an unexported field of a type that redacts.
type Messenger struct {
	intercomIdentitySecret Hidden
}

// Hidden prints as stars.
type Hidden string

func (Hidden) String() string { return "***" }

// Leaky has a method that shows it all the same.
type Leaky string

func (l Leaky) String() string { return string(l) }

// Wrapped prints itself without the secret.
type Wrapped struct {
	AppID                 string
	IntercomSigningSecret string
}

func (w *Wrapped) String() string { return "app " + w.AppID }

// Flags are parsed from the command line.
type Flags struct {
	Names    []string
	Secrets  map[string]string
	Intercom *Inner
}

// Inner is printed as an address inside Flags by fmt, as an object by JSON.
type Inner struct {
	WebSecret string `json:"intercom_web_secret"`
}

// Others are other credentials.
func Others(c Credentials) {
	log.Printf("%+v", c)
	log.Println("client", c.IntercomClientSecret, c.IntercomWebhookSecret, c.IntercomAccessToken)
}

// Methods calls what fmt calls.
func Methods(m Messenger, l struct{ IntercomWebSecret Leaky }, w Wrapped) {
	log.Printf("%v", m) // want secretlog
	log.Printf("%s", m.intercomIdentitySecret)
	log.Printf("%v", l.IntercomWebSecret) // want secretlog
	log.Printf("%v", &w)
	log.Printf("%v", w) // want secretlog
}

// Nested follows pointers only where the encoder does.
func Nested(f Flags) {
	log.Printf("%+v", f)
	b, _ := json.Marshal(f)
	log.Printf("%s", b)                                                     // want secretlog
	slog.New(slog.NewJSONHandler(os.Stdout, nil)).Info("flags", "flags", f) // want secretlog
	slog.New(slog.NewTextHandler(os.Stdout, nil)).Info("flags", "flags", f)
}

// Streams print without package log.
func Streams(intercomIdentitySecret string) {
	fmt.Fprintln(os.Stderr, "key:", intercomIdentitySecret) // want secretlog
	println("key:", intercomIdentitySecret)                 // want secretlog
	var b strings.Builder
	fmt.Fprintf(&b, "key: %s", intercomIdentitySecret)
	log.Print(b.String()) // want secretlog
	sum := sha256.Sum256([]byte(intercomIdentitySecret))
	log.Println("fingerprint", hex.EncodeToString(sum[:4]))
	log.Printf("%.4s…", intercomIdentitySecret)
	log.Printf("%s…", intercomIdentitySecret[:4])
	log.Printf("%T", intercomIdentitySecret)
	log.Printf("same: %t", intercomIdentitySecret == os.Getenv("OLD"))
	defer log.Println("bye", intercomIdentitySecret) // want secretlog
}

// Vars publishes them.
func Vars(intercomIdentitySecret, appID string) {
	expvar.NewString("app").Set(appID)
	expvar.NewString("key").Set(intercomIdentitySecret) // want secretlog
}

// Errors joins and wraps.
func Errors(intercomJWT, intercomIdentitySecret string) error {
	if len(intercomJWT) == 0 {
		return errors.New("no token")
	}
	return errors.Join(
		fmt.Errorf("token %q refused", intercomJWT), // want secretlog
		errors.New("key "+intercomIdentitySecret),   // want secretlog
		fmt.Errorf("app %d", len(intercomIdentitySecret)),
	)
}

// URLs puts it into queries; a form in the body is no URL.
func URLs(intercomIdentitySecret, intercomUserJWT string) error {
	q := url.Values{}
	q.Set("jwt", intercomUserJWT) // want secretlog
	q.Set("lang", "en")
	u := url.URL{Scheme: "https", Host: "help.example.org"}
	u.RawQuery = q.Encode()

	form := url.Values{}
	form.Set("secret", intercomIdentitySecret)
	if _, err := http.PostForm("http://127.0.0.1/sign", form); err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodGet, u.String(), nil)
	if err != nil {
		return err
	}
	qq := req.URL.Query()
	qq.Add("key", intercomIdentitySecret) // want secretlog
	req.URL.RawQuery = qq.Encode()
	req.Header.Set("Authorization", "Bearer "+intercomUserJWT)
	return nil
}

// Names logs names of variables, not values.
func Names(lookup func(string) string) {
	const intercomSecretEnv = "INTERCOM_IDENTITY_SECRET"
	log.Printf("reading %s", intercomSecretEnv)
	if v := lookup(intercomSecretEnv); v == "" {
		log.Printf("%s is not set", intercomSecretEnv)
	}
	intercomSecretSet := lookup(intercomSecretEnv) != ""
	log.Println("intercom secret set:", intercomSecretSet)
}

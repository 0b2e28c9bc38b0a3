package gitleaks

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

var update = flag.Bool("update", false, "write gitleaks.toml")

const shipped = "../../../../../gitleaks.toml"

//go:generate go test . -run TestShippedRulesAreFresh -update

func TestShippedRulesAreFresh(t *testing.T) {
	if *update {
		if err := os.WriteFile(shipped, []byte(TOML()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(shipped)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != TOML() {
		t.Error("gitleaks.toml is stale; run: go generate ./internal/files/gitleaks")
	}
}

// shippedDetector loads gitleaks.toml the way gitleaks does.
func shippedDetector(t *testing.T) *detect.Detector {
	t.Helper()
	quiet()
	var vc config.ViperConfig
	if err := toml.Unmarshal([]byte(TOML()), &vc); err != nil {
		t.Fatal(err)
	}
	cfg, err := vc.Translate()
	if err != nil {
		t.Fatal(err)
	}
	return detect.NewDetector(cfg)
}

// key has the shape of the Messenger secret and was made up for the tests.
const key = "kZ3vQ8nTfW0yLx7RbJ2mHc5SgDp9UaE4iKoN1wVt"

func TestShippedRulesFind(t *testing.T) {
	d := shippedDetector(t)
	for _, text := range []string{
		"INTERCOM_IDENTITY_SECRET=" + key,
		"export SG_INTERCOM_SECRET_KEY='" + key + "'",
		`"intercomJwtSecret": "` + key + `",`,
		"intercom.identity-verification-secret: " + key + "\n",
		`'intercom_secret' => env('INTERCOM_SECRET', '` + key + `'),`,
		`INTERCOM_HMAC_KEY = ENV.fetch("INTERCOM_HMAC_KEY", "` + key + `")`,
		"intercomSettings.user_hash = hash_hmac('sha256', $user->id, '" + key + "');",
	} {
		fs := d.Detect(detect.Fragment{Raw: text})
		if len(fs) == 0 || fs[0].Secret != key {
			t.Errorf("nothing found in %s", strings.ReplaceAll(text, key, "KEY"))
		}
	}
	for _, text := range []string{
		"INTERCOM_CLIENT_SECRET=" + key,
		"INTERCOM_APP_ID=" + key,
		"INTERCOM_IDENTITY_SECRET=your_intercom_identity_secret_goes_here_ok",
		"INTERCOM_IDENTITY_SECRET=${INTERCOM_IDENTITY_SECRET}",
		"signature = hash_hmac('sha256', $body, '" + key + "');",
	} {
		if fs := d.Detect(detect.Fragment{Raw: text}); len(fs) != 0 {
			t.Errorf("%s found in %s", fs[0].RuleID, strings.ReplaceAll(text, key, "KEY"))
		}
	}
}

// The spelled-out names of gitleaks.toml and the tables of package messenger
// must say the same.
func TestShippedNamesAgreeWithVocabulary(t *testing.T) {
	d := shippedDetector(t)
	words := []string{"WEB", "IOS", "ANDROID", "MESSENGER", "IDENTITY", "IDV", "VERIFICATION", "SECURE_MODE", "JWT", "HMAC", "API", "APP", "SIGNING",
		"CLIENT", "WEBHOOK", "IDENTITY_VERIFICATION", "MESSENGER_API", "WEB_IDENTITY"}
	ends := []string{"SECRET", "SECRET_KEY", "ACCESS_TOKEN", "ID", "SECRET_NAME", "SECRET_ID"}
	for _, w := range append(words, "") {
		for _, end := range ends {
			name := strings.ReplaceAll("INTERCOM_"+w+"_"+end, "__", "_")
			want := messenger.SecretName(name) >= messenger.WeakName
			got := len(d.Detect(detect.Fragment{Raw: name + "=" + key})) > 0
			if got != want {
				t.Errorf("%s: gitleaks.toml says %v, package messenger %v", name, got, want)
			}
		}
	}
}

func TestFindPlaces(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	text := "a: 1\r\nINTERCOM_JWT_SECRET=" + key + "\n\n  intercomWebSecret: \"" + key + "\" # é\nINTERCOM_JWT_SECRET=" + key
	ms := e.Find(context.Background(), text, 100)
	var at []int
	for _, m := range ms {
		if got := text[m.ValueStart-100 : m.ValueEnd-100]; got != key {
			t.Errorf("%s: value is %d bytes long", m.Rule, len(got))
		}
		at = append(at, m.ValueStart)
	}
	if len(at) != 3 || at[0] != 100+strings.Index(text, key) || at[2] != 100+strings.LastIndex(text, key) {
		t.Errorf("places %v", at)
	}
}

// No stop word deletes a random value: every key under a Messenger name is
// brought in, in each of the ways people write one.
func TestRandomKeysAreFound(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	random := rand.New(rand.NewPCG(1, 2))
	forms := []string{"INTERCOM_JWT_SECRET=%s", "intercom_secret: '%s'", "\"intercomSecret\": \"%s\"", "hash_hmac('sha256', $id, '%s')"}
	const n = 2000
	missed := 0
	for i := range n {
		b := make([]byte, 40+i%4)
		for j := range b {
			b[j] = alphabet[random.IntN(len(alphabet))]
		}
		text := fmt.Sprintf(forms[i%len(forms)], b)
		ms := e.Find(context.Background(), text, 0)
		if len(ms) == 0 || text[ms[0].ValueStart:ms[0].ValueEnd] != string(b) || messenger.Shape(string(b)) != messenger.SecretShape {
			missed++
		}
	}
	if missed > n/1000 {
		t.Errorf("%d of %d random keys are missed", missed, n)
	}
}

package mobile

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

// TestBoots pins what the map is told.
func TestBoots(t *testing.T) {
	count := func(root string) string {
		var out []string
		for _, r := range readTree(t, filepath.Join(corpus, root)) {
			for _, b := range r.Boots {
				text := b.Platform + " " + b.Kind + " " + b.Proof
				if !b.Identity {
					text += " anonymous"
				}
				if b.Refresh {
					text += " refresh"
				}
				if len(b.Unsigned) > 0 {
					text += " +" + strings.Join(b.Unsigned, ",")
				}
				out = append(out, text)
			}
		}
		slices.Sort(out)
		return strings.Join(slices.Compact(out), "; ")
	}
	for root, want := range map[string]string{
		"two_files_open":             "ios login none refresh; ios login open refresh",
		"swift_appdelegate_unsigned": "ios login none",
		"swift_server_hash":          "ios login hmac refresh; ios login jwt refresh",
		"platforms_apart":            "android login none; ios login jwt",
		"swift_class_proof":          "ios login open refresh",
		"spring_server":              "",
	} {
		if got := count(root); got != want {
			t.Errorf("%s: got %q, want %q", root, got, want)
		}
	}
}

// TestSettleTwice wants a second call to change nothing.
func TestSettleTwice(t *testing.T) {
	results := readTree(t, filepath.Join(corpus, "two_files_open"))
	before := found(results)
	Settle(results)
	if after := found(results); len(before) != len(after) {
		t.Errorf("second call left %d of %d findings", len(after), len(before))
	}
}

func TestApps(t *testing.T) {
	app := Apps([]string{
		"settings.gradle", "app/build.gradle", "core/build.gradle.kts", "ios/Podfile", "ios/App.xcodeproj/project.pbxproj",
		"mobile/a/pubspec.yaml", "mobile/a/android/build.gradle", "mobile/b/pubspec.yaml",
	}[3:])
	for file, want := range map[string]string{
		"ios/App/Login.swift":                "ios",
		"mobile/a/lib/main.dart":             "mobile/a",
		"mobile/a/android/app/src/main/X.kt": "mobile/a",
		"mobile/b/lib/main.dart":             "mobile/b",
		"server/src/main/java/X.java":        ".",
	} {
		if got := app(file); got != want {
			t.Errorf("%s belongs to %q, want %q", file, got, want)
		}
	}
}

// TestNoSecretsInWords wants no value of a secret in anything that is shown.
func TestNoSecretsInWords(t *testing.T) {
	const secret = "Zk3PqW8xVb5Nm1Lr7TyHc2Jd9SfGaU4eRoQi6XwM"
	src := `let intercomIdentitySecret = "` + secret + `"
func f() { Intercom.setUserHash(hmac("` + secret + `")); print("` + secret + `") ; NSLog(intercomIdentitySecret) }`
	res, err := Read(context.Background(), &reader.File{Path: "a.swift", Data: []byte(src), Intercom: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) == 0 || len(res.Secrets) == 0 {
		t.Fatalf("nothing found: %+v", res)
	}
	for _, f := range res.Findings {
		text := f.Message
		for _, s := range f.Steps {
			text += s.Text
		}
		if strings.Contains(text, secret) {
			t.Errorf("%s shows the secret", f.Rule)
		}
		if strings.Contains(f.Message, "\n") || strings.HasSuffix(f.Message, ".") || !strings.Contains(f.Message, ";") {
			t.Errorf("message %q has not the form of a message", f.Message)
		}
	}
}

// TestStrings reads the strings of each language.
func TestStrings(t *testing.T) {
	for src, want := range map[string]string{
		`a.swift|x("a\(b("c"))d")`:              `x ( " a ${ b ( c ) }$ d " )`,
		`a.swift|#"a\(b)\#(c)"#`:                `" a\(b) ${ c }$ "`,
		"a.swift|\"\"\"\na \"q\" \\(b)\n\"\"\"": "\" \na \"q\"  ${ b }$ \n \"",
		`a.kt|"a $b ${c.d("e")} \$f"`:           `" a  ${ b }$   ${ c . d ( e ) }$  $f "`,
		`a.kt|"""a\$b"""`:                       `" a\ ${ b }$ "`,
		`a.dart|'a $b' r'c $d'`:                 `" a  ${ b }$ " c $d`,
		`a.java|"a $b" 'c'`:                     `a $b c`,
		`a.m|@"a" "b"`:                          `a b`,
		`a.kt|/* a /* b */ c */ d`:              `d`,
		`a.java|/* a /* b */ c`:                 `c`,
	} {
		file, text, _ := strings.Cut(src, "|")
		toks, _ := lex([]byte(text), langOf(file))
		var got []string
		for _, tok := range toks[:len(toks)-1] {
			got = append(got, tok.text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %q, want %q", src, s, want)
		}
	}
}

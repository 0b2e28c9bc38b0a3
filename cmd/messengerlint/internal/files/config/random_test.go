package config

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Every way to write a key, with KEY where it goes.
var written = []struct{ path, text string }{
	{".env", "A=1\nINTERCOM_JWT_SECRET=KEY\n"},
	{".env", "export INTERCOM_JWT_SECRET=\"KEY\" # prod\n"},
	{".env", "INTERCOM_JWT_SECRET='KEY'"},
	{"a.properties", "intercom.jwt-secret = KEY\n"},
	{"a.ini", "[intercom]\njwt_secret=KEY\n"},
	{"a.yaml", "intercom:\n  jwt:\n    secret: KEY # x\n"},
	{"a.yaml", "x: {intercom_jwt_secret: 'KEY', y: 1}\n"},
	{"a.yaml", "intercom_jwt_secret: |\n  KEY\n"},
	{"a.yaml", "env:\n  - name: INTERCOM_JWT_SECRET\n    value: KEY\n"},
	{"templates/a.yaml", "{{ if .X }}\nenv:\n  - name: INTERCOM_JWT_SECRET\n    value: KEY\n{{ end }}\n"},
	{"templates/a.yaml", "{{ if .X }}\nintercom:\n  jwt_secret: KEY\n{{ end }}\n"},
	{"a.json", `{"intercom": {"jwtSecret": "KEY"}}`},
	{"a.json", "{\n// comment\n\"intercom\": {\n  \"jwtSecret\": \"KEY\",\n}}"},
	{"a.toml", "[intercom]\njwt = {secret = \"KEY\"}\n"},
	{"a.tf", "locals {\n  intercom = {\n    jwt_secret = \"KEY\"\n  }\n}\n"},
	{"a.plist", "<plist><dict><key>IntercomJwtSecret</key>\n<string>KEY</string></dict></plist>"},
	{"web.config", `<a><add key="IntercomJwtSecret" value="KEY"/></a>`},
	{"Dockerfile", "ENV INTERCOM_JWT_SECRET KEY\n"},
	{"Makefile", "INTERCOM_JWT_SECRET ?= KEY\n"},
	{"run.sh", "docker run -e INTERCOM_JWT_SECRET=KEY portal\n"},
	{"run.sh", "./portal --intercom-jwt-secret KEY --port 80\n"},
	{"run.sh", "X=${INTERCOM_JWT_SECRET:-KEY}\n"},
	{"a.py", "INTERCOM_JWT_SECRET = b'KEY'\n"},
	{"a.py", "cfg = {\"intercom\": {\n    \"jwt_secret\": \"KEY\",\n}}\n"},
	{"a.rb", "config.intercom_jwt_secret = ENV['INTERCOM_JWT_SECRET'] || 'KEY'\n"},
	{"a.rb", "Rails.application.config.intercom[:jwt_secret] = \"KEY\"\n"},
	{"a.php", "<?php define('INTERCOM_JWT_SECRET', 'KEY');\n"},
	{"a.php", "<?php $intercom['jwt_secret'] = 'KEY';\n"},
	{"a.cs", "var intercomJwtSecret = Encoding.UTF8.GetBytes(\"KEY\");\n"},
	{"a.ex", "config :portal, intercom_jwt_secret: \"KEY\"\n"},
	{"a.rs", "const INTERCOM_JWT_SECRET: &str = \"KEY\";\n"},
	{"a.md", "Set `INTERCOM_JWT_SECRET` to `KEY`.\n"},
	{"a.md", "| INTERCOM_JWT_SECRET | KEY |\n"},
	{"a.sql", "INSERT INTO settings (name, value) VALUES ('intercom_jwt_secret', 'KEY');\n"},
	{"a.ipynb", "{\"source\": [\"intercom_jwt_secret = \\\"KEY\\\"\\n\"]}"},
}

func TestRandomKeysEverywhere(t *testing.T) {
	r := &Reader{Engine: gitleaks.Lazy()}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	random := rand.New(rand.NewPCG(3, 4))
	for _, w := range written {
		for range 60 {
			b := make([]byte, 40+random.IntN(4))
			for i := range b {
				b[i] = alphabet[random.IntN(len(alphabet))]
			}
			text := strings.Replace(w.text, "KEY", string(b), 1)
			res, err := r.Read(context.Background(), &reader.File{Path: w.path, Data: []byte(text), Intercom: true})
			if err != nil {
				t.Fatal(err)
			}
			at := strings.Index(w.text, "KEY")
			line := strings.Count(w.text[:at], "\n") + 1
			column := at - strings.LastIndexByte(w.text[:at], '\n')
			var found []finding.Finding
			for _, f := range res.Findings {
				if f.Confidence >= finding.ConfidenceMedium {
					found = append(found, f)
				}
			}
			if len(found) != 1 || found[0].Line != line || found[0].Column != column || found[0].EndColumn != column+len(b) {
				t.Errorf("%s: %q with a key that begins with %q: %d findings", w.path, w.text, b[:2], len(found))
				break
			}
		}
	}
}

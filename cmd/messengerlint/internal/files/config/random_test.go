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
	{"a.gradle", "def intercomAppSecretKey = System.getenv(\"INTERCOM_APP_SECRET\") ?: \"KEY\"\n"},
	{"Jenkinsfile", "environment { INTERCOM_JWT_SECRET = 'KEY' }\n"},
	{".github/workflows/a.yml", "steps:\n  - run: echo \"INTERCOM_JWT_SECRET=KEY\" >> .env\n"},
	{"a.rb", "ENV.fetch(\"INTERCOM_JWT_SECRET\", \"KEY\")\n"},
	{"a.java", "@Value(\"${intercom.jwt.secret:KEY}\") String key;\n"},
	{"a.cs", "var s = Configuration[\"Intercom:JwtSecret\"] ?? \"KEY\";\n"},
	{"a.php", "<?php $s = getenv('INTERCOM_JWT_SECRET') ?: 'KEY';\n"},
	{"a.py", "s = os.getenv(\"INTERCOM_JWT_SECRET\") or \"KEY\"\n"},
	{"a.js", "const s = process.env.INTERCOM_JWT_SECRET || 'KEY';\n"},
	{"a.swift", "static let intercomJwtSecret: String = \"KEY\"\n"},
	{"a.pl", "my $intercom_jwt_secret = 'KEY';\n"},
	{"nginx.conf", "fastcgi_param INTERCOM_JWT_SECRET \"KEY\";\n"},
	{"a.service", "[Service]\nEnvironment=\"INTERCOM_JWT_SECRET=KEY\"\n"},
	{"supervisord.conf", "[program:x]\nenvironment=A=\"1\",INTERCOM_JWT_SECRET=\"KEY\"\n"},
	{"site.conf", "SetEnv INTERCOM_JWT_SECRET KEY\n"},
	{"a.fish", "set -x INTERCOM_JWT_SECRET KEY\n"},
	{"a.ps1", "[Environment]::SetEnvironmentVariable(\"INTERCOM_JWT_SECRET\", \"KEY\")\n"},
	{"a.sh", "terraform apply -var intercom_jwt_secret=KEY\n"},
	{"a.sh", "helm upgrade x ./x --set intercom.jwtSecret=KEY,a=1\n"},
	{"a.sh", "kubectl create secret generic x --from-literal=INTERCOM_JWT_SECRET=KEY\n"},
	{"a.sh", "gh secret set INTERCOM_JWT_SECRET --body \"KEY\"\n"},
	{"a.bicep", "param intercomJwtSecret string = 'KEY'\n"},
	{"Pulumi.prod.yaml", "config:\n  portal:intercomJwtSecret: KEY\n"},
	{"a.kt", "val m = mapOf(\"INTERCOM_JWT_SECRET\" to \"KEY\")\n"},
	{"a.lua", "os.setenv(\"INTERCOM_JWT_SECRET\", \"KEY\")\n"},
	{"a.nix", "INTERCOM_JWT_SECRET = \"KEY\";\n"},
	{"a.csv", "intercom_jwt_secret,KEY\n"},
	{"a.html", "<script>window.INTERCOM_JWT_SECRET = \"KEY\"</script>\n"},
	{"a.clj", "(def intercom-jwt-secret \"KEY\")\n"},
	{"template.yaml", "Parameters:\n  IntercomJwtSecret:\n    Type: String\n    Default: KEY\n"},
	{"task.json", "[{\"ParameterKey\": \"IntercomJwtSecret\", \"ParameterValue\": \"KEY\"}]"},
	{"a.tf", "variable \"intercom_jwt_secret\" { default = \"KEY\" }\n"},
	{"a.tf", "env {\n  name  = \"INTERCOM_JWT_SECRET\"\n  value = \"KEY\"\n}\n"},
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

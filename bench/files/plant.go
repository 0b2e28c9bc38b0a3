package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// file is a file of a tree, with KEY where a key goes.
type file struct{ name, text string }

// copies is how often each file stands in a tree.
const copies = 120

var settings = []file{
	{".env.production", "PORT=3000\nINTERCOM_APP_ID=x7k2mq9d\nINTERCOM_JWT_SECRET=KEY\nDATABASE_URL=postgres://db/app\n"},
	{"values.yaml", "replicas: 3\nintercom:\n  appId: x7k2mq9d\n  identitySecret: KEY\nresources:\n  limits: {cpu: 500m}\n"},
	{"deploy.yaml", "spec:\n  containers:\n    - name: web\n      env:\n        - name: INTERCOM_WEB_SECRET\n          value: KEY\n"},
	{"settings.json", `{"intercom": {"appId": "x7k2mq9d", "jwtSecret": "KEY"}, "log": "info"}` + "\n"},
	{"main.tf", "resource \"aws_ecs_task_definition\" \"web\" {\n  environment = { INTERCOM_JWT_SECRET = \"KEY\" }\n}\n"},
	{"application.properties", "server.port=8080\nintercom.identity-verification-secret=KEY\n"},
}

var programs = []file{
	{"token.ts", "import jwt from 'jsonwebtoken';\n\nexport function intercomToken(user: { id: string }) {\n  return jwt.sign({ user_id: user.id }, 'KEY', { expiresIn: '1h' });\n}\n"},
	{"chat.tsx", "import { useEffect } from 'react';\n\nexport function Chat({ user }: Props) {\n  useEffect(() => {\n    window.Intercom('boot', { app_id: 'x7k2mq9d', user_id: user.id });\n  }, [user]);\n  return <main>{user.name}</main>;\n}\n"},
	{"help.html", "<!doctype html>\n<script>\n  window.intercomSettings = { app_id: 'x7k2mq9d', user_id: '{{ .ID }}', intercom_user_jwt: '{{ .JWT }}' };\n</script>\n"},
	{"Support.kt", "class Support {\n  fun login(id: String, jwt: String) {\n    Intercom.client().setUserJwt(jwt)\n    Intercom.client().loginIdentifiedUser(Registration.create().withUserId(id))\n  }\n}\n"},
}

// plant writes a tree: files of a few kilobytes, as real ones are, each with a
// key of its own.
func plant(dir string, files []file) error {
	random := rand.New(rand.NewPCG(7, 11))
	for i := range copies {
		for _, f := range files {
			name := filepath.Join(dir, fmt.Sprintf("service%03d", i), f.name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
			text := strings.Replace(f.text, "KEY", key(random), 1) + filler(f.name, random)
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

func key(random *rand.Rand) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	b := make([]byte, 43)
	for i := range b {
		b[i] = alphabet[random.IntN(len(alphabet))]
	}
	return string(b)
}

// filler is what a file holds beside, in its own syntax.
func filler(name string, random *rand.Rand) string {
	line := "FEATURE_%d=%d\n"
	switch ext := filepath.Ext(name); ext {
	case ".yaml":
		line = "feature%d: %d\n"
	case ".json", ".html":
		return ""
	case ".tf":
		line = "variable \"feature%d\" { default = %d }\n"
	case ".ts", ".tsx":
		line = "export const feature%d = () => %d;\n"
	case ".kt":
		line = "fun feature%d() = %d\n"
	}
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, line, i, random.IntN(1000))
	}
	return b.String()
}

package config

import (
	"path"
	"strings"
)

// Format is how a file writes names and values.
type Format uint8

// The formats. Everything that is not one of the first group is text: names
// and values on one line, and nested keys by indentation.
const (
	Text   Format = iota // code and everything else; only quoted values
	YAML                 // also Helm, compose, GitHub Actions, Kubernetes
	JSON                 // also app.json, appsettings.json, Terraform state
	TOML                 //
	XML                  // plist, strings.xml, web.config
	INI                  // sections and assignments; gitconfig, systemd units
	Lines                // NAME=value: .env, properties, Dockerfile, Makefile, shell
	HCL                  // Terraform
	Gradle               // build.gradle and build.gradle.kts
	Prose                // Markdown and the like: only keys of the right shape
)

var byExtension = map[string]Format{
	".yaml": YAML, ".yml": YAML, ".eyaml": YAML, ".sls": YAML, ".raml": YAML,
	".json": JSON, ".jsonc": JSON, ".json5": JSON, ".webmanifest": JSON, ".tfstate": JSON, ".har": JSON, ".arb": JSON,
	".toml": TOML,
	".xml":  XML, ".plist": XML, ".config": XML, ".entitlements": XML, ".csproj": XML, ".props": XML, ".pubxml": XML, ".resx": XML,
	".ini": INI, ".cfg": INI, ".cnf": INI, ".service": INI, ".editorconfig": INI, ".conf": INI, ".desktop": INI,
	".env": Lines, ".properties": Lines, ".sh": Lines, ".bash": Lines, ".zsh": Lines, ".fish": Lines, ".ps1": Lines, ".bat": Lines,
	".cmd": Lines, ".mk": Lines, ".make": Lines, ".dockerfile": Lines, ".xcconfig": Lines, ".envrc": Lines, ".vars": Lines,
	".tf": HCL, ".tfvars": HCL, ".hcl": HCL, ".nomad": HCL,
	".gradle": Gradle,
	".md":     Prose, ".markdown": Prose, ".mdx": Prose, ".rst": Prose, ".adoc": Prose, ".txt": Prose, ".org": Prose, ".log": Prose, ".csv": Prose, ".tsv": Prose,
}

var byName = map[string]Format{
	"makefile": Lines, "gnumakefile": Lines, "justfile": Lines, "procfile": Lines, "vagrantfile": Text, "jenkinsfile": Text,
	"caddyfile": Lines, ".bashrc": Lines, ".zshrc": Lines, ".profile": Lines, ".bash_profile": Lines, ".npmrc": Lines,
	".gitconfig": INI, "pipfile": TOML, "cargo.lock": TOML, "pipfile.lock": JSON, "composer.lock": JSON, ".babelrc": JSON,
	".eslintrc": JSON, "build.gradle.kts": Gradle, "credentials": INI, "config": INI, "readme": Prose, "changelog": Prose,
}

// skipped are endings that say what a file really is: config.yaml.erb is YAML
// with templates in it.
var skipped = []string{".example", ".sample", ".dist", ".template", ".tmpl", ".tpl", ".erb", ".j2", ".jinja", ".jinja2",
	".bak", ".old", ".orig", ".save", ".local", ".production", ".prod", ".staging", ".development", ".dev", ".default", ".enc", ".dec", ".gotmpl", "~"}

// FormatOf tells the format of a file by its name.
func FormatOf(p string) Format {
	base := strings.ToLower(path.Base(p))
	switch {
	case base == ".env", strings.HasPrefix(base, ".env."), strings.HasPrefix(base, "env."), strings.HasSuffix(base, ".env"):
		return Lines
	case strings.HasPrefix(base, "dockerfile"), strings.HasPrefix(base, "containerfile"):
		return Lines
	}
	if f, ok := byName[base]; ok {
		return f
	}
	for {
		ext := path.Ext(base)
		if f, ok := byExtension[ext]; ok {
			return f
		}
		cut := false
		for _, s := range skipped {
			if rest, ok := strings.CutSuffix(base, s); ok && rest != "" {
				base, cut = rest, true
				break
			}
		}
		if !cut {
			return Text
		}
		if f, ok := byName[base]; ok {
			return f
		}
	}
}

// ExampleFile reports a file that shows what to fill in.
func ExampleFile(p string) bool {
	base := strings.ToLower(path.Base(p))
	for _, w := range [...]string{"example", "sample", "template"} {
		for part := range strings.FieldsFuncSeq(base, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
			if part == w {
				return true
			}
		}
	}
	return strings.HasSuffix(base, ".dist") || strings.HasSuffix(base, ".tmpl") || strings.HasSuffix(base, ".tpl")
}

// servedDirs are folders whose files a web server hands out (RULES.md
// "frontendkey").
var servedDirs = map[string]bool{"public": true, "static": true, "dist": true, "assets": true, "www": true, "wwwroot": true, "htdocs": true}

// Served reports a file that lies in a folder that is served to browsers.
// A server's own configuration that happens to be kept there is not known.
func Served(p string) bool {
	dir, _ := path.Split(p)
	for part := range strings.SplitSeq(dir, "/") {
		if servedDirs[part] {
			return true
		}
	}
	return strings.Contains(dir, ".next/static/")
}

// bareValues reports formats in which a value needs no quotes.
func (f Format) bareValues() bool { return f != Text && f != HCL && f != Gradle }

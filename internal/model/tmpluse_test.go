package model

import (
	"slices"
	"strings"
	"testing"
)

func TestShownPaths(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{{.Key}}`, "Key"},
		{`{{if .Key}}on{{else}}{{.App}}{{end}}`, "App"},
		{`{{with .Cfg}}{{.Secret | printf "%q"}}{{end}}`, "Cfg.Secret"},
		{`{{range $i, $k := .Keys}}{{$i}}{{$k.Secret}}{{end}}`, "Keys.[].Secret"},
		{`{{$s := .Key}}{{if $s}}{{$s}}{{end}}`, "Key"},
		{`{{len .Key}} {{eq .Key "x"}} {{not .Key}}`, ""},
		{`{{redact .Key}} {{.Key | mask}}`, ""},
		{`{{index .Keys "web"}}`, "Keys.web"},
		{`{{define "x"}}{{.Secret}}{{end}}{{template "x" .Cfg}}`, "Cfg.Secret"},
		{`{{template "elsewhere" .Cfg}}`, "Cfg"},
		{`{{custom .Key}}`, "Key"},
		{`{{.}}`, ""},
		{`{{define "a"}}{{template "a" .Next}}{{end}}{{template "a" .}}`, ""},
	} {
		paths, ok := shownPaths([]string{c.text}, "")
		var got []string
		for _, p := range paths {
			got = append(got, strings.Join(p, "."))
		}
		slices.Sort(got)
		if !ok || strings.Join(slices.Compact(got), " ") != c.want {
			t.Errorf("%s shows %q (parsed: %t), want %q", c.text, got, ok, c.want)
		}
	}
	if _, ok := shownPaths([]string{"{{if}"}, ""); ok {
		t.Error("a text that is no template was parsed")
	}
}

func TestParseVerbs(t *testing.T) {
	for format, want := range map[string]string{
		"no verbs": "", "%%": "", "%s and %#v": "s#v", "%.4s": "s!", "%*d|%-10.3f|%+v": "ddfv", "%T %p": "Tp", "%": "",
	} {
		got := ""
		for _, v := range parseVerbs(format) {
			if v.sharp {
				got += "#"
			}
			got += string(v.verb)
			if v.short {
				got += "!"
			}
		}
		if got != want {
			t.Errorf("verbs of %q are %q, want %q", format, got, want)
		}
	}
}

func TestRedactorName(t *testing.T) {
	for name, want := range map[string]bool{
		"Redact": true, "maskSecret": true, "HideKey": true, "WithoutSecrets": true, "last4": true, "Sanitized": true,
		"Secret": false, "IntercomSecret": false, "String": false, "Marshal": false,
	} {
		if RedactorName(name) != want {
			t.Errorf("RedactorName(%q) is %t", name, !want)
		}
	}
}

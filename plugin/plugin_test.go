package plugin_test

import (
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/plugin"
)

// conf is the settings block as golangci-lint hands it over.
type conf = map[string]any

func build(t *testing.T, settings any) register.LinterPlugin {
	t.Helper()
	newPlugin, err := register.GetPlugin(plugin.Name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(settings)
	if err != nil {
		t.Fatalf("settings %v: %v", settings, err)
	}
	return p
}

func names(t *testing.T, p register.LinterPlugin) []string {
	t.Helper()
	list, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range list {
		out = append(out, a.Name)
	}
	return out
}

func TestDefaults(t *testing.T) {
	for _, settings := range []any{nil, conf{}} {
		p := build(t, settings)
		if got, want := len(names(t, p)), len(analyzer.Rules())+1; got != want {
			t.Errorf("settings %v: %d analyzers, want every rule and the check of the ignore comments: %d", settings, got, want)
		}
		if got := p.GetLoadMode(); got != register.LoadModeTypesInfo {
			t.Errorf("load mode %q; the rules need types", got)
		}
	}
}

func TestRules(t *testing.T) {
	p := build(t, conf{"rules": []any{"missingexpiry", "wrongkey"}})
	if got := strings.Join(names(t, p), " "); got != "missingexpiry wrongkey ignore" {
		t.Errorf("rules are %q", got)
	}
}

func TestFacts(t *testing.T) {
	for _, on := range []bool{true, false} {
		list, err := build(t, conf{"facts": on}).BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, dep := range list[0].Requires {
			got = got || len(dep.FactTypes) > 0
		}
		if got != on {
			t.Errorf("facts: %v, and the model has fact types: %v", on, got)
		}
	}
}

func TestEverySetting(t *testing.T) {
	build(t, conf{
		"rules": []any{"-wrongkey"}, "max-lifetime": "90m", "min-confidence": "low",
		"tests": true, "facts": false, "secret-names": []any{"CHAT_KEY"}, "mints": []any{"example.com/auth.Proof"}, "exposes": []any{"example.com/web.Render"},
		"trusted": []any{"example.com/auth.UserID"}, "redactors": []any{"example.com/auth.Mask"},
	})
}

func TestBadSettings(t *testing.T) {
	for _, tt := range []struct {
		settings any
		want     string
	}{
		{conf{"max-lifetim": "1h"}, `unknown field "max-lifetim"; the settings are rules, max-lifetime, min-confidence, tests, facts, secret-names, mints, exposes, trusted, redactors`},
		{conf{"max-lifetime": "soon"}, `max-lifetime is "soon"; give a duration such as 24h or 90m`},
		{conf{"max-lifetime": "-1h"}, `max-lifetime is -1h0m0s; give a duration above zero`},
		{conf{"max-lifetime": 3600}, `settings of messengerlint: max-lifetime has a number; give a text in quotes`},
		{conf{"rules": "wrongkey"}, `settings of messengerlint: rules has a text; give a list, as in [a, b]`},
		{conf{"rules": []any{1}}, `settings of messengerlint: rules has a number; give a text in quotes`},
		{conf{"facts": conf{"on": true}}, `settings of messengerlint: facts has a map; give true or false`},
		{[]any{"wrongkey"}, `settings of messengerlint: they are a list; give a map of names, as in max-lifetime: 24h`},
		{conf{"min-confidence": "sure"}, `min-confidence is "sure"; it must be low, medium or high`},
		{conf{"rules": []any{"missingexpire"}}, `unknown rule "missingexpire"`},
		{conf{"rules": []any{""}}, `rules has an empty name`},
		{conf{"tests": "yes"}, `settings of messengerlint: tests has a text; give true or false`},
	} {
		_, err := plugin.New(tt.settings)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("settings %v: error %v, want %q in it", tt.settings, err, tt.want)
		}
	}
}

package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/config"
)

// noConfig is the word for -config that reads no file.
const noConfig = "none"

// configure reads the file of settings and fills in what no flag sets.
func (f *checkFlags) configure(dir string) error {
	file := f.config
	switch {
	case file == noConfig:
		return nil
	case file == "":
		if file = config.Find(dir); file == "" {
			return nil
		}
	case !filepath.IsAbs(file):
		file = filepath.Join(dir, file)
	}
	cfg, err := config.Load(file, ruleNames())
	if err != nil {
		return err
	}
	f.cfg = cfg
	f.apply(cfg)
	return f.judge()
}

func (f *checkFlags) apply(cfg *config.Config) {
	use := func(key string) bool { return cfg.Has(key) && !f.set[key] }
	if use("rules") {
		f.rules = strings.Join(cfg.Rules, ",")
	}
	if use("fail-on") {
		f.failOn = cfg.FailOn
	}
	if use("min-confidence") {
		f.minConfidence = cfg.MinConfidence
	}
	if use("max-lifetime") {
		f.options.MaxLifetime = cfg.MaxLifetime
	}
	if use("tests") {
		f.tests = cfg.Tests
	}
	o := &f.options
	o.SecretNames, o.Trusted, o.Redactors = cfg.SecretNames, cfg.Trusted, cfg.Redactors
	o.Mints, o.Exposes = cfg.Mints, cfg.Exposes
}

func ruleNames() []string {
	var names []string
	for _, r := range analyzer.Rules() {
		names = append(names, r.Name)
	}
	return names
}

// setting is one line of the config command.
type setting struct{ name, value, from string }

// inForce lists every setting with its value and where that comes from.
func (f *checkFlags) inForce(show func(string) string) []setting {
	c := f.cfg
	if c == nil {
		c = &config.Config{}
	}
	values := map[string]string{
		"rules": cmp.Or(f.rules, "all"), "fail-on": f.failOn, "min-confidence": f.minConfidence,
		"max-lifetime": f.options.MaxLifetime.String(), "tests": strconv.FormatBool(f.tests),
		"secret-names": list(c.SecretNames), "mints": list(c.Mints), "exposes": list(c.Exposes),
		"trusted": list(c.Trusted), "redactors": list(c.Redactors), "platforms": list(c.Platforms),
	}
	var out []setting
	for _, k := range config.Keys() {
		from := "default"
		switch {
		case f.set[k.Name]:
			from = "flag -" + k.Name
		case c.Has(k.Name):
			from = fmt.Sprintf("%s:%d", show(c.File), c.Lines[k.Name])
		}
		if k.Name != "exclude" {
			out = append(out, setting{k.Name, values[k.Name], from})
			continue
		}
		if len(c.Exclude) == 0 {
			out = append(out, setting{k.Name, "none", from})
		}
		for _, x := range c.Exclude {
			value := x.Path
			if len(x.Rules) > 0 {
				value += " for " + strings.Join(x.Rules, ", ")
			}
			out = append(out, setting{k.Name, value + " (" + x.Reason + ")", fmt.Sprintf("%s:%d", show(c.File), x.Line)})
		}
	}
	return out
}

func list(words []string) string {
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words, ", ")
}

package config

// kind is what the value of a key must be.
type kind uint8

const (
	kindWord     kind = iota + 1 // one of a list of words
	kindSpan                     // a duration
	kindBool                     // true or false
	kindRules                    // a list of rule names, each with or without "-"
	kindWords                    // a list of words of a list
	kindNames                    // a list of names
	kindFuncs                    // a list of functions
	kindExcludes                 // a list of paths with reasons
)

// Key is one setting of the file. The table below is what the parser, the JSON
// schema and the config command are made from.
type Key struct {
	Name, Doc string
	kind      kind
	words     []string
	set       func(c *Config, v value)
}

type value struct {
	text     string
	list     []string
	yes      bool
	excludes []Exclude
}

// Platforms are the words for where the Messenger runs.
func Platforms() []string { return []string{"web", "ios", "android", "react-native", "flutter"} }

// Keys returns the settings in the order in which they are shown.
func Keys() []Key {
	severities := []string{"low", "medium", "high", "critical"}
	return []Key{
		{"rules", "run only these rules, or all but those written with a minus before them", kindRules, nil,
			func(c *Config, v value) { c.Rules = v.list }},
		{"fail-on", "exit with 1 only for findings at or above this severity", kindWord, severities,
			func(c *Config, v value) { c.FailOn = v.text }},
		{"min-confidence", "report findings of at least this confidence", kindWord, severities[:3],
			func(c *Config, v value) { c.MinConfidence = v.text }},
		{"max-lifetime", "the longest lifetime of a JWT that is not reported, such as 24h or 90m", kindSpan, nil,
			func(c *Config, v value) { c.MaxLifetime = span(v.text) }},
		{"tests", "check test code too", kindBool, nil,
			func(c *Config, v value) { c.Tests = v.yes }},
		{"secret-names", "further names of the Messenger secret (variables, fields, configuration keys)", kindNames, nil,
			func(c *Config, v value) { c.SecretNames = v.list }},
		{"mints", "further Go functions that make a proof for the Messenger, such as example.com/auth.ChatToken", kindFuncs, nil,
			func(c *Config, v value) { c.Mints = v.list }},
		{"exposes", "further Go functions that hand their arguments to a browser, an app or a log", kindFuncs, nil,
			func(c *Config, v value) { c.Exposes = v.list }},
		{"trusted", "Go functions that return the id of the signed-in user", kindFuncs, nil,
			func(c *Config, v value) { c.Trusted = v.list }},
		{"redactors", "Go functions that make a secret safe to show", kindFuncs, nil,
			func(c *Config, v value) { c.Redactors = v.list }},
		{"platforms", "where this product has the Messenger; the map then shows those without a boot too", kindWords, Platforms(),
			func(c *Config, v value) { c.Platforms = v.list }},
		{"exclude", "paths whose findings do not count, each with a reason", kindExcludes, nil,
			func(c *Config, v value) { c.Exclude = v.excludes }},
	}
}

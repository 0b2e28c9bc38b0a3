package config

import (
	"regexp"
	"sync"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// assigned is a name and its value as most languages write them.
var assigned = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([A-Za-z_][\w.-]*)["'\x60]?[ \t]*(?::=|=>|[:=])[ \t]*["'\x60]?([^\s"'\x60,;#<>(){}]+)`)
})

// ownPairs finds values under the names that the project adds to the
// vocabulary. The readers of formats look for the Messenger's own words first,
// which those names need not have.
func ownPairs(src string, names messenger.Vocabulary) []pair {
	if len(names.ExtraSecretNames) == 0 {
		return nil
	}
	var out []pair
	for _, m := range assigned().FindAllStringSubmatchIndex(src, -1) {
		name := src[m[2]:m[3]]
		if !mentions(name) && names.SecretName(name) == messenger.StrongName {
			out = append(out, pair{name: name, nameAt: m[2], value: src[m[4]:m[5]], at: m[4], end: m[5]})
		}
	}
	return out
}

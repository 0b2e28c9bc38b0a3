package files

import (
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// merge keeps one finding where two readers say the same of one literal, the
// first one, and lets an exposure silence the literal it exposes (ruling 9).
func merge(name string, in []finding.Finding, secrets []reader.Secret) []finding.Finding {
	var out []finding.Finding
	for i, f := range in {
		if repeated(in[:i], f) || f.Rule == "hardcodedsecret" && exposed(in, f) || f.Rule == "frontendkey" && isLiteral(secrets, f) && used(in, f) {
			continue
		}
		out = append(out, f)
	}
	fingerprints(name, out)
	return out
}

func repeated(before []finding.Finding, f finding.Finding) bool {
	return slices.ContainsFunc(before, func(b finding.Finding) bool { return b.Rule == f.Rule && samePlace(b.Place, f.Place) })
}

// isLiteral says whether a finding is about a value that is written there. A read
// of a public variable is an exposure of its own (ruling 18).
func isLiteral(secrets []reader.Secret, f finding.Finding) bool {
	return slices.ContainsFunc(secrets, func(s reader.Secret) bool { return samePlace(s.Place, f.Place) })
}

// used reports a literal that is told as a step of the exposure it leads to.
func used(all []finding.Finding, literal finding.Finding) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool {
		return f.Rule == "frontendkey" && !samePlace(f.Place, literal.Place) && slices.ContainsFunc(f.Steps, func(s finding.Step) bool {
			return s.Path == literal.Path && samePlace(s.Place, literal.Place)
		})
	})
}

// exposed reports a literal that a frontendkey points at, or comes from.
func exposed(all []finding.Finding, literal finding.Finding) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool {
		if f.Rule != "frontendkey" {
			return false
		}
		return samePlace(f.Place, literal.Place) || slices.ContainsFunc(f.Steps, func(s finding.Step) bool {
			return s.Path == literal.Path && samePlace(s.Place, literal.Place)
		})
	})
}

// samePlace reports places that overlap. One reader may point at a string with
// its quotes, the other at what is inside.
func samePlace(a, b finding.Place) bool {
	if a.Line != b.Line {
		return false
	}
	if d := a.Column - b.Column; -1 <= d && d <= 1 {
		return true
	}
	return within(a, b) || within(b, a)
}

func within(a, b finding.Place) bool {
	return b.EndLine == b.Line && b.Column <= a.Column && a.Column < b.EndColumn
}

// fingerprints fills in what readers left empty. The message stands in for the
// symbol: it names it, and never holds a value.
func fingerprints(name string, fs []finding.Finding) {
	count := map[string]int{}
	for i := range fs {
		f := &fs[i]
		if f.Fingerprint != "" {
			continue
		}
		symbol := finding.Placeless(f.Message)
		key := f.Rule + "\x00" + symbol
		f.Fingerprint = finding.Fingerprint(f.Rule, name, symbol, count[key])
		count[key]++
	}
}

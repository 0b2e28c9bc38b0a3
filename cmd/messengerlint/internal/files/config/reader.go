package config

import (
	"cmp"
	"context"
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Reader reads names and values. It is safe for concurrent use.
type Reader struct {
	// Engine makes the secrets engine on first need.
	Engine func() (*gitleaks.Engine, error)
	// Names is the vocabulary with the names of the project.
	Names messenger.Vocabulary
}

// maxStructured is the size up to which a file is parsed as its format. A
// larger one is searched around the words that matter.
const maxStructured = 4 << 20

// Read reads one file of any format.
func (r *Reader) Read(ctx context.Context, f *reader.File) (reader.Result, error) {
	format := FormatOf(f.Path)
	src := string(f.Data)
	var pairs []pair
	if len(src) <= maxStructured {
		pairs = structured(src, f.Data, format)
	}
	engine, err := r.Engine()
	if err != nil {
		return reader.Result{}, err
	}
	if text := textPairs(ctx, engine, src, format); format.bareValues() {
		pairs = append(pairs, text...)
	} else {
		// A name on the line of its value says more than the blocks around it.
		pairs = append(text, pairs...)
	}
	pairs = append(pairs, ownPairs(src, r.Names)...)
	j := judge{file: f, src: src, lines: lineStarts(f.Data), format: format, names: r.Names}
	return j.all(unique(pairs)), ctx.Err()
}

// structured reads a file as its format, and by lines where that fails.
func structured(src string, data []byte, format Format) []pair {
	var pairs []pair
	ok := true
	switch format {
	case YAML:
		if pairs, ok = yamlPairs(data); !ok {
			pairs = append(pairs, nestedPairs(src, YAML)...)
		}
		// Scripts and templates inside.
		pairs = append(pairs, linePairs(src, YAML)...)
	case JSON:
		if pairs, ok = jsonPairs(data); !ok {
			pairs = append(pairs, nestedPairs(src, Text)...)
		}
	case TOML:
		if pairs, ok = tomlPairs(data); !ok {
			pairs = append(pairs, linePairs(src, INI)...)
		}
	case XML:
		pairs, _ = xmlPairs(data)
	case INI, Lines:
		pairs = linePairs(src, format)
	case Gradle:
		pairs = gradlePairs(src)
	case HCL:
		pairs = append(heredocPairs(src), nestedPairs(src, format)...)
	case Text:
		pairs = append(exportPairs(src), nestedPairs(src, format)...)
	}
	return append(ldflagsPairs(src), pairs...)
}

// unique keeps one pair for a value, the first, and one for a name without a
// value. Readers of a format come before those of plain text: they know the
// whole name.
func unique(pairs []pair) []pair {
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.origin.rank(), a.origin.rank()) })
	type place struct{ at, end int }
	values, names := map[place]bool{}, map[int]bool{}
	out := pairs[:0]
	for _, p := range pairs {
		if p.hasValue() {
			overlap := values[place{p.at, 0}] || values[place{0, p.end}]
			values[place{p.at, 0}], values[place{0, p.end}] = true, true
			if overlap || p.origin == plain && p.end-p.at == 0 {
				continue
			}
		} else if names[p.nameAt] {
			continue
		}
		if p.origin != inline && p.origin != restToken && p.origin != jwt {
			names[p.nameAt] = true
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b pair) int { return a.place() - b.place() })
	return out
}

// place is where a finding about the pair points: at the value, or at the name
// when nothing is written.
func (p pair) place() int {
	if p.hasValue() {
		return p.at
	}
	return p.nameAt
}

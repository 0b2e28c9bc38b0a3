package rule

import (
	"go/token"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
)

// compact drops what a later step says better: of the steps at one place that
// end with the same name ("calls Sign", "signed through Sign"; "field Key",
// "field Config.Key") the last one stays.
func compact(steps []model.Step) []model.Step {
	type about struct {
		pos   token.Pos
		place finding.Place
		name  string
	}
	last := map[about]int{}
	key := func(s model.Step) about { return about{s.Pos, s.Place, endName(s.Text)} }
	for i, s := range steps {
		last[key(s)] = i
	}
	var out []model.Step
	for i, s := range steps {
		if last[key(s)] == i {
			out = append(out, s)
		}
	}
	return out
}

// endName is the last word of a step without the names before its last dot.
func endName(text string) string {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return word[strings.LastIndexByte(word, '.')+1:]
}

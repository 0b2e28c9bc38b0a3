package rule

import (
	"slices"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
)

func placeAt(line int) finding.Place { return finding.Place{Path: "p.go", Line: line} }

func TestCompact(t *testing.T) {
	step := func(pos int, text string) model.Step { return model.Step{Pos: 1, Place: placeAt(pos), Text: text} }
	got := compact([]model.Step{
		step(1, "key comes from field Key"), step(1, "key comes from field Config.Key"), step(2, "key comes from env KEY"),
		step(3, "calls Sign"), step(3, "Sign makes a proof for the Messenger"), step(3, "signed through Sign"), step(4, "signed through Sign"),
	})
	want := []model.Step{
		step(1, "key comes from field Config.Key"), step(2, "key comes from env KEY"),
		step(3, "Sign makes a proof for the Messenger"), step(3, "signed through Sign"), step(4, "signed through Sign"),
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
}

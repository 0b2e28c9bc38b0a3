package judge

import (
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
)

// Markup reports secrets in attributes.
func Markup(f *reader.File, lines *Lines, attrs []page.Attr, res *reader.Result) {}

// Actions reports secrets that template actions print.
func Actions(f *reader.File, lines *Lines, actions []page.Action, res *reader.Result) {}

package files

import (
	"path"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/mobile"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web"
)

// language is a reader that knows the structure of its files. Names and values
// are read in every file, by package config; this table is about the rest.
type language struct {
	name  string
	reads func(path string) bool
	read  reader.Func
}

// languages is the table of structural readers: one line each.
func languages() []language {
	return []language{
		{"web", web.Reads, web.Read},
		{"mobile", hasExtension(mobile.Extensions()), mobile.Read},
	}
}

func hasExtension(exts []string) func(string) bool {
	return func(p string) bool { return slices.Contains(exts, strings.ToLower(path.Ext(p))) }
}

// dispatcher finds the structural reader of a file.
type dispatcher []language

func newDispatcher() dispatcher { return languages() }

// reader returns the structural reader of a file, or nil. Content decides where
// the name says nothing: a file without an ending that begins like HTML is HTML.
func (d dispatcher) reader(p string, data []byte) reader.Func {
	for _, l := range d {
		if l.reads(p) {
			return l.read
		}
	}
	if path.Ext(p) == "" && beginsLikeHTML(data) {
		return d.reader(p+".html", data)
	}
	return nil
}

func beginsLikeHTML(data []byte) bool {
	head := strings.ToLower(strings.TrimLeft(string(data[:min(len(data), 200)]), " \t\r\n\ufeff"))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

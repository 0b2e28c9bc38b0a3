package files

import (
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
)

// language is a reader that knows the structure of its files. Names and values
// are read in every file, by package config; this table is about the rest.
type language struct {
	name string
	exts []string
	read reader.Func // nil until it exists
}

// languages is the table of structural readers: one line each.
func languages() []language {
	return []language{
		{"web", []string{".html", ".htm", ".xhtml", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue",
			".svelte", ".astro", ".map", ".tmpl", ".gohtml", ".tpl", ".ejs", ".hbs", ".handlebars", ".mustache", ".liquid",
			".twig", ".erb", ".jinja", ".jinja2", ".j2", ".php", ".cshtml", ".jsp", ".pug", ".haml", ".slim"}, nil},
		{"mobile", []string{".swift", ".m", ".mm", ".h", ".kt", ".kts", ".java", ".dart"}, nil},
	}
}

// dispatcher finds the structural reader of a file by its name.
type dispatcher map[string]language

func newDispatcher() dispatcher {
	d := dispatcher{}
	for _, l := range languages() {
		for _, ext := range l.exts {
			d[ext] = l
		}
	}
	return d
}

// reader returns the structural reader of a file, or nil. Content decides where
// the name says nothing: a file without an ending that begins like HTML is HTML.
func (d dispatcher) reader(p string, data []byte) reader.Func {
	ext := strings.ToLower(path.Ext(p))
	if l, ok := d[ext]; ok {
		return l.read
	}
	if ext == "" && beginsLikeHTML(data) {
		return d[".html"].read
	}
	return nil
}

func beginsLikeHTML(data []byte) bool {
	head := strings.ToLower(strings.TrimLeft(string(data[:min(len(data), 200)]), " \t\r\n\ufeff"))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

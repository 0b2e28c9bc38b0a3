package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// repository is where links lead that leave the documentation.
const repository = "https://github.com/messengerlint/messengerlint/blob/main/"

//go:embed page.html.tmpl
var layout string

// page is one Markdown file.
type page struct {
	source string // below the root of the repository
	name   string // of the page, below the site
	title  string
	body   template.HTML
}

// render makes the files of the site.
func render(root string) (map[string][]byte, error) {
	pages, files, err := collect(root)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, p := range pages {
		names[p.source] = p.name
	}
	for name := range files {
		names["docs/"+name] = name
	}
	for _, p := range pages {
		if err := p.convert(root, names); err != nil {
			return nil, fmt.Errorf("%s: %w", p.source, err)
		}
	}
	tmpl, err := template.New("page").Parse(layout)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		var out bytes.Buffer
		if err := tmpl.Execute(&out, view{p, strings.Repeat("../", strings.Count(p.name, "/")), menu(pages, p)}); err != nil {
			return nil, err
		}
		files[p.name] = out.Bytes()
	}
	return files, nil
}

// collect lists the pages and the other files of docs/.
func collect(root string) ([]*page, map[string][]byte, error) {
	pages := []*page{{source: "README.md", name: "readme.html"}}
	files := map[string][]byte{}
	for _, pattern := range []string{"*", "rules/*"} {
		list, err := filepath.Glob(filepath.Join(root, "docs", pattern))
		if err != nil {
			return nil, nil, err
		}
		for _, full := range list {
			rel, err := filepath.Rel(filepath.Join(root, "docs"), full)
			if err != nil {
				return nil, nil, err
			}
			name := filepath.ToSlash(rel)
			info, err := os.Stat(full)
			switch {
			case err != nil:
				return nil, nil, err
			case info.IsDir():
			case name == "README.md":
				pages = append(pages, &page{source: "docs/README.md", name: "index.html"})
			case path.Ext(name) == ".md":
				pages = append(pages, &page{source: "docs/" + name, name: strings.TrimSuffix(name, ".md") + ".html"})
			default:
				data, err := os.ReadFile(full)
				if err != nil {
					return nil, nil, err
				}
				files[name] = data
			}
		}
	}
	return pages, files, nil
}

// convert turns Markdown into HTML, with links to pages of the site.
func (p *page) convert(root string, names map[string]string) error {
	source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p.source)))
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(html.WithUnsafe())) // the pages are our own
	doc := md.Parser().Parse(text.NewReader(source))
	err = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level == 1 && p.title == "" {
				p.title = plain(n, source)
			}
		case *ast.Link:
			to, err := p.link(root, string(n.Destination), names)
			if err != nil {
				return ast.WalkStop, err
			}
			n.Destination = []byte(to)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return err
	}
	if p.title == "" {
		return fmt.Errorf("has no heading")
	}
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, source, doc); err != nil {
		return err
	}
	// Wide tables and code scroll by themselves; only the page may be wide as a whole.
	wide := strings.ReplaceAll(out.String(), "<table>", `<div class="wide"><table>`)
	p.body = template.HTML(strings.ReplaceAll(wide, "</table>", "</table></div>"))
	return nil
}

func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(source))
		} else {
			b.WriteString(plain(c, source))
		}
	}
	return b.String()
}

// link is where a link of a page leads on the site.
func (p *page) link(root, to string, names map[string]string) (string, error) {
	if strings.Contains(to, "://") || strings.HasPrefix(to, "#") || strings.HasPrefix(to, "mailto:") {
		return to, nil
	}
	file, anchor, _ := strings.Cut(to, "#")
	if anchor != "" {
		anchor = "#" + anchor
	}
	target := path.Join(path.Dir(p.source), file)
	if name, ok := names[target]; ok {
		rel, err := filepath.Rel(path.Dir(p.name), name)
		return filepath.ToSlash(rel) + anchor, err
	}
	if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(target))); err != nil {
		return "", fmt.Errorf("the link %s leads nowhere", to)
	}
	return repository + target + anchor, nil
}

// view is what the layout shows.
type view struct {
	*page
	Up   string // leads to the root of the site
	Menu []group
}

func (v view) Title() string       { return v.title }
func (v view) Body() template.HTML { return v.body }
func (v view) Source() string      { return repository + v.source }

type group struct {
	Title string
	Items []item
}

type item struct {
	Name, Title string
	Here        bool
}

// menu lists the pages, the rules apart.
func menu(pages []*page, here *page) []group {
	first := map[string]int{"index.html": 1, "readme.html": 2, "hosts.html": 3, "configuration.html": 4, "limits.html": 5}
	groups := map[string][]*page{}
	for _, p := range pages {
		title := "Documentation"
		if strings.HasPrefix(p.name, "rules/") {
			title = "Rules"
		}
		groups[title] = append(groups[title], p)
	}
	var out []group
	for _, title := range slices.Sorted(maps.Keys(groups)) {
		list := groups[title]
		slices.SortStableFunc(list, func(a, b *page) int {
			x, y := first[a.name], first[b.name]
			if x != 0 && y != 0 {
				return x - y
			}
			if x != y {
				return y - x // those with a place of their own go before
			}
			return strings.Compare(a.name, b.name)
		})
		g := group{Title: title}
		for _, p := range list {
			g.Items = append(g.Items, item{p.name, p.title, p == here})
		}
		out = append(out, g)
	}
	return out
}

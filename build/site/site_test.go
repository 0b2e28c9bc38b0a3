package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	links   = regexp.MustCompile(`href="([^"]+)"`)
	images  = regexp.MustCompile(`src="([^"]+)"`)
	anchors = regexp.MustCompile(`\bid="([^"]+)"`)
)

// TestSite builds the site: every page of docs/ is there, every link leads to a
// page and a heading, and nothing is loaded from anywhere.
func TestSite(t *testing.T) {
	root := filepath.Join("..", "..")
	dir := filepath.Join(t.TempDir(), "site")
	for range 2 { // a former site is replaced
		if err := build(root, dir); err != nil {
			t.Fatal(err)
		}
	}
	pages := map[string]string{}
	for _, pattern := range []string{"*.html", "rules/*.html"} {
		list, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, full := range list {
			data, err := os.ReadFile(full)
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(dir, full)
			if err != nil {
				t.Fatal(err)
			}
			pages[filepath.ToSlash(name)] = string(data)
		}
	}
	sources, err := filepath.Glob(filepath.Join(root, "docs", "rules", "*.md"))
	if err != nil || len(sources) < 10 {
		t.Fatal("no rules", err)
	}
	for _, s := range sources {
		name := "rules/" + strings.TrimSuffix(filepath.Base(s), ".md") + ".html"
		if !strings.Contains(pages[name], "<h2 id=\"why-it-matters\">") && !strings.HasSuffix(name, "ignore.html") {
			t.Errorf("%s does not say why it matters", name)
		}
		if !strings.Contains(pages["index.html"], `href="`+name+`"`) {
			t.Errorf("the first page does not lead to %s", name)
		}
	}
	for name, text := range pages {
		for _, bad := range []string{"<script", `src="http`, `src="//`, "@import", "url(", `rel="stylesheet"`, "ZgotmplZ"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s has %q", name, bad)
			}
		}
		for _, m := range append(links.FindAllStringSubmatch(text, -1), images.FindAllStringSubmatch(text, -1)...) {
			checkLink(t, dir, pages, name, m[1])
		}
	}
}

func checkLink(t *testing.T, dir string, pages map[string]string, from, to string) {
	t.Helper()
	if strings.HasPrefix(to, "https://") {
		return
	}
	file, anchor, _ := strings.Cut(to, "#")
	target := from
	if file != "" {
		target = path.Join(path.Dir(from), file)
	}
	text, isPage := pages[target]
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(target))); err != nil {
		t.Errorf("%s: the link %s leads nowhere", from, to)
	}
	if anchor == "" || !isPage {
		return
	}
	for _, m := range anchors.FindAllStringSubmatch(text, -1) {
		if m[1] == anchor {
			return
		}
	}
	t.Errorf("%s: %s has no %s", from, target, anchor)
}

// TestForeignFolder: a folder that is no site is left alone.
func TestForeignFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "keep.txt")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	err := build(filepath.Join("..", ".."), dir)
	if err == nil || err.Error() != dir+" is not empty, and no site" {
		t.Error(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}

package files

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/config"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/served"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// target is a file that goes to browsers, and why that is held.
type target struct {
	full, path string
	why        string // "that is served at /static by main.go:42"
	steps      []finding.Step
	confidence finding.Confidence
	whole      bool // everything in its folder is served
	client     bool // it is of a kind that only browsers read
	built      bool // only its folder speaks for it, which may hold a server's code too
}

// clientFiles are files that are written for browsers.
var clientFiles = map[string]bool{
	".js": true, ".mjs": true, ".map": true, ".css": true, ".html": true, ".htm": true, ".xhtml": true, ".wasm": true,
	".svg": true, ".webmanifest": true, ".gohtml": true,
}

// pageFiles are pages, wherever they lie.
var pageFiles = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".gohtml": true}

// templateFiles may be pages, mails or manifests: the text tells.
var templateFiles = map[string]bool{".tmpl": true, ".gotmpl": true, ".tpl": true}

// wholeFolders are folders of which all is served, buildFolders those in which
// builds put browser code beside other things.
var (
	wholeFolders = map[string]bool{"public": true, "static": true, "www": true, "wwwroot": true, "htdocs": true, "public_html": true}
	buildFolders = map[string]bool{"dist": true, "build": true, "assets": true, "out": true}
	serverWords  = map[string]bool{"server": true, "functions": true, "lambda": true, "api": true, "backend": true, "ssr": true}
)

// isPage says whether a template is a page.
func isPage(p string, data []byte) bool {
	if !templateFiles[strings.ToLower(path.Ext(p))] {
		return false
	}
	low := bytes.ToLower(data[:min(len(data), 64<<10)])
	return bytes.Contains(low, []byte("<script")) || bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<body"))
}

// newTargets lists the files that are served, each once with the best reason.
func newTargets(o Options, run *Report, trees []served.Tree) []*target {
	l := &targets{opts: o, byPath: map[string]*target{}}
	for i := range trees {
		l.tree(&trees[i])
	}
	for _, e := range run.entries {
		l.named(e.full, e.path)
	}
	for _, at := range run.ignored {
		if filepath.Base(at) != "node_modules" {
			served.WalkFiles(at, func(string) bool { return true }, func(full string) { l.named(full, l.show(full)) })
		}
	}
	out := make([]*target, 0, len(l.byPath))
	for _, t := range l.byPath {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b *target) int { return strings.Compare(a.path, b.path) })
	return out
}

type targets struct {
	opts   Options
	byPath map[string]*target
}

func (l *targets) show(full string) string {
	rel, err := filepath.Rel(l.opts.Base, full)
	if err != nil {
		rel = full
	}
	return filepath.ToSlash(rel)
}

func (l *targets) place(p finding.Place) finding.Place {
	p.Path = l.show(p.Path)
	return p
}

// unfit are files that are not looked at: test code, Go source, examples, what
// holds no text but for code in WebAssembly.
func (l *targets) unfit(shown string) bool {
	ext := strings.ToLower(path.Ext(shown))
	return ext == ".go" || binaryName(shown) && ext != ".wasm" || config.ExampleFile(shown) && !templateFiles[ext] ||
		!l.opts.Tests && messenger.TestPath(strings.TrimPrefix(l.below(shown), "/"))
}

// below is a path below the folder that was asked for: what lies above is not
// test code for that.
func (l *targets) below(shown string) string {
	for _, full := range l.opts.Folders() {
		if root := l.show(full); root != "." {
			if rest, ok := strings.CutPrefix(shown, root+"/"); ok {
				return rest
			}
		}
	}
	return shown
}

// tree adds the files of a tree that a Go program embeds or serves.
func (l *targets) tree(t *served.Tree) {
	var steps []finding.Step
	why, confidence := "", finding.ConfidenceHigh
	if t.Embed.Path != "" {
		at := l.place(t.Embed)
		steps = append(steps, finding.Step{Place: at, Text: "the file is embedded here"})
		why = "that is embedded by " + at.Path + ":" + strconv.Itoa(at.Line)
	}
	if t.Served() {
		at := l.place(t.Server)
		where := at.Path + ":" + strconv.Itoa(at.Line)
		if t.URL != "" {
			why = "that is served at " + t.URL + " by " + where
		} else {
			why = "that is served by " + where
		}
		steps = append(steps, finding.Step{Place: at, Text: "it is served here"})
	}
	t.Walk(func(full string) {
		shown := l.show(full)
		if l.unfit(shown) {
			return
		}
		if old := l.byPath[shown]; old != nil && (old.whole || !t.Served()) {
			return
		}
		client := clientFiles[strings.ToLower(path.Ext(shown))]
		if !t.Served() && !client && !templateFiles[strings.ToLower(path.Ext(shown))] {
			return // a configuration or a query in the binary reaches nobody
		}
		l.byPath[shown] = &target{full: full, path: shown, why: why, steps: steps, confidence: confidence, whole: t.Served(), client: client}
	})
}

// named adds a file whose folder or ending says that it is served.
func (l *targets) named(full, shown string) {
	if l.byPath[shown] != nil || l.unfit(shown) {
		return
	}
	ext := strings.ToLower(path.Ext(shown))
	t := &target{full: full, path: shown, client: clientFiles[ext], confidence: finding.ConfidenceMedium}
	folder := ""
	server := false
	dir, base := path.Split(l.below(shown))
	for part := range strings.SplitSeq(strings.Trim(dir, "/"), "/") {
		server = server || serverWords[part]
		switch {
		case wholeFolders[part]:
			folder, t.whole = part, true
		case buildFolders[part] && (t.client || ext == ".json" && part != "build"):
			folder = part
			t.client, t.built = true, true
		}
	}
	if strings.Contains("/"+dir, "/.next/static/") {
		folder, t.whole = ".next/static", true
	}
	switch {
	case folder != "" && (!server || t.whole) && !strings.HasPrefix(base, "server."):
		t.why = "in the folder " + folder + ", which is served to browsers"
	case pageFiles[ext] && !server:
		t.why = "that is a page"
	case ext == ".vue" || ext == ".svelte":
		t.why, t.client = "that is compiled for the browser", true
	default:
		return
	}
	l.byPath[shown] = t
}

// Folders are the folders that the paths name, absolute.
func (o Options) Folders() []string {
	var out []string
	for _, arg := range o.Paths {
		arg, _, _ = strings.Cut(arg, "...")
		full := filepath.FromSlash(arg)
		if !filepath.IsAbs(full) {
			full = filepath.Join(o.Dir, full)
		}
		if info, err := os.Stat(full); err == nil && info.IsDir() && !slices.Contains(out, filepath.Clean(full)) {
			out = append(out, filepath.Clean(full))
		}
	}
	if len(o.Paths) == 0 {
		out = append(out, o.Dir)
	}
	return out
}

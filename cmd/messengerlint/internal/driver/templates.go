package driver

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/served"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/passes/identityhash"
	"github.com/messengerlint/messengerlint/passes/unsignedboot"
)

// templates joins the templates on disk with the data that a package executes
// them with. No other driver may read those files.
func (r *run) templates(p *packages.Package, res *model.Result) []finding.Finding {
	defer res.Lock()()
	root := filepath.Dir(packageDir(p))
	if p.Module != nil && p.Module.Dir != "" {
		root = p.Module.Dir
	}
	j := &joined{root: root, dir: packageDir(p), all: r.pages(root), p: p, res: res, said: map[string]bool{}}
	for _, fr := range res.FileRuns() {
		j.run(fr)
	}
	return j.out
}

// pages are the files below a folder that may be templates.
func (r *run) pages(root string) []string {
	if list, known := r.templateFiles[root]; known {
		return list
	}
	var list []string
	served.WalkFiles(root, func(dir string) bool {
		base := filepath.Base(dir)
		return base[0] != '.' && base != "vendor" && !served.HasModule(dir)
	}, func(full string) {
		if templateExts[strings.ToLower(filepath.Ext(full))] {
			list = append(list, full)
		}
	})
	r.templateFiles[root] = list
	return list
}

var templateExts = map[string]bool{".html": true, ".htm": true, ".gohtml": true, ".tmpl": true, ".tpl": true, ".gotmpl": true, ".txt": true}

// joined is the work on one package.
type joined struct {
	root, dir string
	all       []string
	p         *packages.Package
	res       *model.Result
	said      map[string]bool
	out       []finding.Finding
}

// page is the text of one template: a file without the definitions in it, or
// one definition, with the rest blanked so that places stay.
type page struct {
	file string
	text string
}

func (j *joined) run(fr model.FileRun) {
	set := map[string][]page{}
	files := j.files(fr)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil || len(data) > maxTemplate {
			continue
		}
		for name, text := range definitions(string(data)) {
			if name == "" {
				name = filepath.Base(file)
			}
			set[name] = append(set[name], page{file, text})
		}
	}
	name := fr.Name
	if set[name] == nil {
		name = path.Base(fr.Name)
	}
	if set[name] == nil { // fiber and iris leave out the ending
		for other := range set {
			if strings.TrimSuffix(other, filepath.Ext(other)) == name && len(set[other]) == 1 {
				name = other
				break
			}
		}
	}
	j.visit(set, name, "", fr, 0)
}

const maxTemplate = 1 << 20

// visit judges one template and those that it includes. A name that two files
// define says nothing.
func (j *joined) visit(set map[string][]page, name, below string, fr model.FileRun, depth int) {
	if len(set[name]) != 1 || depth > 6 {
		return
	}
	pg := set[name][0]
	for _, b := range j.res.ReadFile(pg.text, below, fr) {
		j.judge(pg, b)
	}
	included := model.Included(pg.text)
	for _, other := range slices.Sorted(maps.Keys(included)) {
		j.visit(set, other, below+included[other], fr, depth+1)
	}
}

func (j *joined) judge(pg page, b model.FileBoot) {
	if text := unsignedboot.Judge(b.Boot.Kind, b.Reading); text != "" {
		j.report("unsignedboot", pg, b.Boot.Pos, b.Boot.End, text, b.Reading)
	}
	if text, jwt := identityhash.Misused(b.Reading); text != "" {
		at := b.HashOff
		if jwt {
			at = b.JWTOff
		}
		j.report("identityhash", pg, at, at, text, b.Reading)
	}
}

// report states a finding once a place, like a rule of go/analysis does.
func (j *joined) report(rule string, pg page, from, to int, text string, r model.Reading) {
	place := finding.Place{Path: pg.file}
	place.Line, place.Column = lineColumn(pg.text, from)
	if to > from {
		place.EndLine, place.EndColumn = lineColumn(pg.text, to)
	}
	key := fmt.Sprint(rule, pg.file, place.Line, ":", place.Column)
	if j.said[key] {
		return
	}
	j.said[key] = true
	f := finding.Finding{Rule: rule, Severity: finding.High, Confidence: r.Confidence, Place: place, Message: text}
	for _, s := range r.Steps {
		step := finding.Step{Place: s.Place, Text: s.Text}
		if s.Pos.IsValid() {
			at := j.p.Fset.Position(s.Pos)
			step.Place = finding.Place{Path: at.Filename, Line: at.Line, Column: at.Column}
		}
		f.Steps = append(f.Steps, step)
	}
	j.out = append(j.out, f)
}

func lineColumn(text string, off int) (line, column int) {
	off = min(off, len(text))
	return 1 + strings.Count(text[:off], "\n"), off - strings.LastIndexByte(text[:off], '\n')
}

// files are the templates that a run may use: those of its patterns, or the one
// file that is named as it is, with those it may include.
func (j *joined) files(fr model.FileRun) []string {
	var out []string
	for _, pattern := range fr.Files {
		pattern = strings.TrimPrefix(path.Clean(filepath.ToSlash(pattern)), "/")
		var got []string
		for _, full := range j.all {
			for _, base := range []string{j.root, j.dir} {
				rel, err := filepath.Rel(base, full)
				if err == nil && matches(pattern, filepath.ToSlash(rel)) && !slices.Contains(got, full) {
					got = append(got, full)
				}
			}
		}
		if got == nil { // the program is started elsewhere, or the tree is part of a larger one
			for _, full := range j.all {
				if ok, _ := path.Match(path.Base(pattern), filepath.Base(full)); ok && strings.HasSuffix(path.Dir(filepath.ToSlash(full)), strings.TrimLeft(path.Dir(pattern), "./")) {
					got = append(got, full)
				}
			}
		}
		out = append(out, got...)
	}
	if len(fr.Files) == 0 {
		for _, full := range j.all {
			slash := filepath.ToSlash(full)
			if strings.HasSuffix(slash, "/"+fr.Name) || strings.HasSuffix(strings.TrimSuffix(slash, path.Ext(slash)), "/"+fr.Name) {
				out = append(out, full)
			}
		}
		if len(out) != 1 {
			return nil
		}
	}
	out = slices.DeleteFunc(out, func(full string) bool {
		rel, err := filepath.Rel(j.root, full)
		return err != nil || messenger.TestPath(filepath.ToSlash(rel))
	})
	return out
}

// matches is path.Match, with ** for any folders.
func matches(pattern, name string) bool {
	if head, tail, ok := strings.Cut(pattern, "**/"); ok {
		return strings.HasPrefix(name, head) && matches(tail, path.Base(name))
	}
	ok, _ := path.Match(pattern, name)
	return ok
}

package files

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// dropUncopied applies ruling 3 to files that git ignores: only frontendkey and
// wrongkey count there, and a literal when the file gets into an image.
func dropUncopied(entries []entry, rep *Report) {
	ignored := map[string]bool{}
	for _, e := range entries {
		if e.ignored {
			ignored[e.path] = true
		}
	}
	if len(ignored) == 0 {
		return
	}
	var images []image
	loaded := false
	rep.Findings = slices.DeleteFunc(rep.Findings, func(f finding.Finding) bool {
		return ignored[f.Path] && f.Rule != "frontendkey" && f.Rule != "wrongkey" && f.Rule != "hardcodedsecret" && f.Rule != ruleIgnore
	})
	rep.Findings = slices.DeleteFunc(rep.Findings, func(f finding.Finding) bool {
		if !ignored[f.Path] || f.Rule != "hardcodedsecret" {
			return false
		}
		if !loaded {
			images, loaded = imagesOf(entries), true
		}
		return !slices.ContainsFunc(images, func(im image) bool { return im.copies(f.Path) })
	})
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if !ignored[f.Path] || f.Rule != "hardcodedsecret" {
			continue
		}
		for _, im := range images {
			if im.copies(f.Path) {
				f.Scope = finding.ScopeTree
				f.Steps = append(f.Steps, finding.Step{Place: im.place, Text: "git ignores the file, but this copies it into an image"})
				break
			}
		}
	}
}

// image is one COPY or ADD of a Dockerfile.
type image struct {
	place   finding.Place
	dir     string // what sources are relative to
	source  string
	exclude []string // of .dockerignore
}

// imagesOf reads the Dockerfiles of the tree. The build context is taken to be
// the folder of the Dockerfile.
func imagesOf(entries []entry) []image {
	var out []image
	for _, e := range entries {
		base := strings.ToLower(path.Base(e.path))
		if !strings.HasPrefix(base, "dockerfile") && !strings.HasPrefix(base, "containerfile") && !strings.HasSuffix(base, ".dockerfile") {
			continue
		}
		data, err := os.ReadFile(e.full)
		if err != nil {
			continue
		}
		exclude := dockerignore(filepath.Dir(e.full))
		for i, line := range strings.Split(string(data), "\n") {
			for _, src := range copySources(line) {
				out = append(out, image{
					place: finding.Place{Path: e.path, Line: i + 1, Column: 1},
					dir:   path.Dir(e.path), source: path.Clean(src), exclude: exclude,
				})
			}
		}
	}
	return out
}

// copySources are the sources of a COPY or ADD from the build context.
func copySources(line string) []string {
	words := strings.Fields(strings.NewReplacer("[", " ", "]", " ", ",", " ", `"`, " ").Replace(line))
	if len(words) < 3 || !strings.EqualFold(words[0], "COPY") && !strings.EqualFold(words[0], "ADD") {
		return nil
	}
	words = words[1:]
	for len(words) > 0 && strings.HasPrefix(words[0], "--") {
		if strings.HasPrefix(words[0], "--from") {
			return nil
		}
		words = words[1:]
	}
	if len(words) < 2 {
		return nil
	}
	return words[:len(words)-1]
}

func dockerignore(dir string) []string {
	data, err := os.ReadFile(filepath.Join(dir, ".dockerignore"))
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, path.Clean(strings.TrimPrefix(line, "/")))
		}
	}
	return out
}

// copies reports whether a file gets into the image.
func (im image) copies(p string) bool {
	rel := p
	if im.dir != "." {
		var ok bool
		if rel, ok = strings.CutPrefix(p, im.dir+"/"); !ok {
			return false
		}
	}
	if im.source != "." && im.source != rel && !strings.HasPrefix(rel, im.source+"/") {
		if ok, err := path.Match(im.source, rel); err != nil || !ok {
			return false
		}
	}
	out := false
	for _, pattern := range im.exclude {
		keep := strings.HasPrefix(pattern, "!")
		pattern = strings.TrimPrefix(strings.TrimPrefix(pattern, "!"), "**/")
		base, _ := path.Match(pattern, path.Base(rel))
		whole, _ := path.Match(pattern, rel)
		if base || whole || strings.HasPrefix(rel, pattern+"/") {
			out = !keep
		}
	}
	return !out
}

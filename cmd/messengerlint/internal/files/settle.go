package files

import (
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/mobile"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// settle judges the logins of each app by all its files: a proof that another
// file hands over makes a login open (RULES.md, ruling 20).
func settle(entries []entry, rep *Report) {
	if !slices.ContainsFunc(rep.Boots, func(b reader.Boot) bool { return b.Kind == mobile.KindProof }) {
		return
	}
	paths := make([]string, len(entries))
	for i, e := range entries {
		paths[i] = e.path
	}
	appOf := mobile.Apps(paths)
	apps := map[string]map[string]reader.Result{}
	group := func(file string) map[string]reader.Result {
		app := appOf(file)
		if apps[app] == nil {
			apps[app] = map[string]reader.Result{}
		}
		return apps[app]
	}
	for _, b := range rep.Boots {
		g := group(b.Path)
		r := g[b.Path]
		r.Boots = append(r.Boots, b)
		g[b.Path] = r
	}
	rep.Findings = slices.DeleteFunc(rep.Findings, func(f finding.Finding) bool {
		g := group(f.Path)
		r, booting := g[f.Path]
		if booting {
			r.Findings = append(r.Findings, f)
			g[f.Path] = r
		}
		return booting
	})
	rep.Boots = nil
	for _, g := range apps {
		mobile.Settle(g)
		for _, r := range g {
			rep.Boots = append(rep.Boots, r.Boots...)
			rep.Findings = append(rep.Findings, r.Findings...)
		}
	}
}

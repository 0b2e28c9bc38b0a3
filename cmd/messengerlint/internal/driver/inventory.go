package driver

import (
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
)

// inventory takes over the mints and boots of one package. What a browser
// compiles from Go is the web's, and was not built for the host.
func (r *run) inventory(m *model.Result, wasm bool) {
	mints, boots := m.Inventory()
	for _, x := range mints {
		at := r.shown(x.Place)
		if r.listed(at) {
			continue
		}
		platform := "server"
		if wasm {
			platform = "web"
		}
		r.res.Mints = append(r.res.Mints, reader.Mint{Place: at, Platform: platform, Kind: x.Kind, Key: x.Key, Lifetime: x.Lifetime})
	}
	for _, x := range boots {
		if at := r.shown(x.Place); !r.listed(at) {
			r.res.Boots = append(r.res.Boots, reader.Boot{Place: at, Platform: "web", Kind: x.Kind, Identity: x.Identity, Proof: x.Proof})
		}
	}
}

func (r *run) shown(p finding.Place) finding.Place {
	p.Path = r.paths.show(p.Path)
	return p
}

// listed says whether a place was taken over before: a package and its test
// variant, or the same files for two targets.
func (r *run) listed(p finding.Place) bool {
	for _, m := range r.res.Mints {
		if m.Path == p.Path && m.Line == p.Line && m.Column == p.Column {
			return true
		}
	}
	for _, b := range r.res.Boots {
		if b.Path == p.Path && b.Line == p.Line && b.Column == p.Column {
			return true
		}
	}
	return false
}

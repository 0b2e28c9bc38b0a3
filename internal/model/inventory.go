package model

import (
	"go/token"
	"strings"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// MintInfo is what a map of the code base tells of a mint.
type MintInfo struct {
	Place    finding.Place
	Kind     string // "jwt" or "hmac"
	Key      string // origin of the key; never its value
	Lifetime string // a duration, "none", "fixed", "sometimes" or "open"
}

// BootInfo is what it tells of a boot.
type BootInfo struct {
	Place    finding.Place
	Kind     string // "settings", "boot", "update" or "identify"
	Identity bool
	Proof    string // "none", "hmac", "jwt" or "open"
}

// MintCount is the number of Messenger mints that the rules have asked for.
func (r *Result) MintCount() int {
	defer r.Lock()()
	n := 0
	for _, m := range r.mints {
		if m.Foreign == "" {
			n++
		}
	}
	return n
}

// Inventory lists the mints and boots of the package for the map.
func (r *Result) Inventory() (mints []MintInfo, boots []BootInfo) {
	if !r.Relevant() {
		return nil, nil
	}
	defer r.Lock()()
	all := r.Mints()
	lifted := map[*trace.Mint]bool{}
	for _, m := range all {
		if m.Inner != nil {
			lifted[m.Inner] = true // the caller knows the key
		}
	}
	for _, m := range all {
		if m.Foreign != "" || lifted[m.Mint] || m.Call == nil {
			continue
		}
		start, end := r.ExprAt(m.Call.Pos())
		place, ok := r.mapPlace(start, end)
		if !ok {
			continue
		}
		info := MintInfo{Place: place, Kind: "jwt", Key: r.keyOrigin(m.Lib.Key), Lifetime: r.lifetimeOf(m)}
		if m.Kind == Hash {
			info.Kind, info.Lifetime = "hmac", "none"
		}
		mints = append(mints, info)
	}
	for _, b := range r.Boots() {
		if place, ok := r.mapPlace(b.Pos, b.End); ok {
			boots = append(boots, b.info(place))
		}
	}
	return mints, boots
}

// mapPlace leaves out test code, as the rules do.
func (r *Result) mapPlace(pos, end token.Pos) (finding.Place, bool) {
	if !pos.IsValid() {
		return finding.Place{}, false
	}
	at := r.pass.Fset.Position(pos)
	if !r.opts.Tests && messenger.TestPath(r.RelPath(at.Filename)) {
		return finding.Place{}, false
	}
	place := finding.Place{Path: at.Filename, Line: at.Line, Column: at.Column}
	if to := r.pass.Fset.Position(end); end.IsValid() && to.Filename == at.Filename {
		place.EndLine, place.EndColumn = to.Line, to.Column
	}
	return place, true
}

// keyOrigin names where a key comes from: what is read, or else the nearest
// name.
func (r *Result) keyOrigin(key *trace.Value) string {
	if key == nil {
		return "unknown"
	}
	best, at := "", -1
	for _, n := range r.keyNames(key) {
		if rank := originRank(n.v.Kind); rank > at {
			best, at = n.what+" "+n.text, rank
		}
	}
	if key.Kind == trace.Const && best == "" {
		return "a literal"
	}
	if best == "" {
		return "unknown"
	}
	return strings.ToValidUTF8(best, "?")
}

func originRank(k trace.Kind) int {
	switch k {
	case trace.Source:
		return 5
	case trace.Const:
		return 4
	case trace.Select:
		return 3
	case trace.CallOf, trace.Global:
		return 2
	}
	return 1
}

func (r *Result) lifetimeOf(m *Mint) string {
	claim, ok := m.Claims.Get("exp")
	switch {
	case !ok && (m.Claims.Open || !m.Claims.Seen):
		return "open"
	case !ok:
		return "none"
	case claim.Maybe:
		return "sometimes"
	}
	at := r.Moment(claim.Value)
	switch {
	case at.IsConst:
		return "fixed"
	case at.Known && at.FromNow:
		return at.Offset.String()
	}
	return "open"
}

// info takes the worst of the readings that name a user.
func (b Boot) info(place finding.Place) BootInfo {
	out := BootInfo{Place: place, Kind: bootWord(b.Kind), Proof: "none"}
	rank := 4
	for _, reading := range b.Readings {
		if reading.Identity == nil {
			continue
		}
		out.Identity = true
		word, n := "jwt", 3
		switch {
		case reading.JWT != nil:
		case reading.Hash != nil:
			word, n = "hmac", 2
		case reading.Open:
			word, n = "open", 1
		default:
			word, n = "none", 0
		}
		if n < rank {
			out.Proof, rank = word, n
		}
	}
	return out
}

func bootWord(k boot.Kind) string {
	switch k {
	case boot.Settings:
		return "settings"
	case boot.Update:
		return "update"
	case boot.Identify:
		return "identify"
	}
	return "boot"
}

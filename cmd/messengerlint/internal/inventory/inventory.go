// Package inventory is the map of a code base: every place that makes a proof or
// tells the Messenger who the user is, by platform, and how far each platform is
// secured. Intercom asks for all of them: one that is left out keeps identity
// verification from being enforced.
package inventory

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Levels of what a place proves.
const (
	LevelJWT       = "jwt"
	LevelHMAC      = "hmac"
	LevelNone      = "none"
	LevelOpen      = "open"      // cannot be seen from here
	LevelAnonymous = "anonymous" // names no user, so there is nothing to prove
)

// Entry is one place.
type Entry struct {
	finding.Place
	What     string // "boot", "proof" (handed over) or "mint"
	Platform string
	Kind     string // of a boot: boot, update, settings, login; of a mint: jwt, hmac
	Level    string
	Key      string // of a mint: where its key comes from
	Lifetime string // of a mint
	Refresh  bool   // of a boot: a later call hands over a fresh JWT
	Unsigned []string
}

// Platform is what is known of one platform. The counts are of boots that name
// a user, save for Anonymous.
type Platform struct {
	Name                     string
	Boots, Secured, Open     int
	Anonymous, Mints, Proofs int
	Expected                 bool // the settings say that the product has it
}

// Map is all of it, in an order that is the same on every run.
type Map struct {
	Version    string
	Root       string
	Entries    []Entry
	Platforms  []Platform
	Incomplete []finding.Incomplete
}

// order is how platforms are shown.
func order() []string { return []string{"server", "web", "ios", "android", "react-native", "flutter"} }

// Title is the name of a platform as people write it.
func Title(platform string) string {
	switch platform {
	case "ios":
		return "iOS"
	case "android":
		return "Android"
	case "react-native":
		return "React Native"
	case "flutter":
		return "Flutter"
	}
	return platform
}

// New sorts what was found by platform. expected are the platforms that the
// settings name.
func New(mints []reader.Mint, boots []reader.Boot, expected []string) *Map {
	m := &Map{}
	for _, x := range mints {
		m.Entries = append(m.Entries, Entry{
			Place: x.Place, What: "mint", Platform: cmp.Or(x.Platform, "server"), Kind: x.Kind, Level: x.Kind,
			Key: cmp.Or(x.Key, "unknown"), Lifetime: cmp.Or(x.Lifetime, "open"),
		})
	}
	for _, x := range boots {
		m.Entries = append(m.Entries, bootEntry(x))
	}
	slices.SortFunc(m.Entries, func(a, b Entry) int {
		return cmp.Or(rank(a.Platform)-rank(b.Platform), cmp.Compare(a.Platform, b.Platform), cmp.Compare(a.Path, b.Path),
			a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.What, b.What))
	})
	m.Entries = slices.CompactFunc(m.Entries, func(a, b Entry) bool {
		return a.Place == b.Place && a.What == b.What && a.Platform == b.Platform
	})
	m.count(expected)
	return m
}

func bootEntry(x reader.Boot) Entry {
	e := Entry{
		Place: x.Place, What: "boot", Platform: cmp.Or(x.Platform, "web"), Kind: x.Kind, Level: cmp.Or(x.Proof, LevelOpen),
		Refresh: x.Refresh, Unsigned: x.Unsigned,
	}
	proves := x.Proof == LevelJWT || x.Proof == LevelHMAC
	switch {
	case x.Kind == "proof" || x.Kind == "update" && proves && !x.Identity:
		e.What = "proof"
	case !x.Identity && x.Proof != LevelJWT: // a JWT names the user by itself
		e.Level = LevelAnonymous
	}
	return e
}

func rank(platform string) int {
	if i := slices.Index(order(), platform); i >= 0 {
		return i
	}
	return len(order())
}

func (m *Map) count(expected []string) {
	at := map[string]*Platform{}
	get := func(name string) *Platform {
		if at[name] == nil {
			at[name] = &Platform{Name: name}
		}
		return at[name]
	}
	for _, name := range expected {
		get(name).Expected = true
	}
	for _, e := range m.Entries {
		p := get(e.Platform)
		switch {
		case e.What == "mint":
			p.Mints++
		case e.What == "proof":
			p.Proofs++
		case e.Level == LevelAnonymous:
			p.Anonymous++
		default:
			p.Boots++
			p.Secured += one(e.Level == LevelJWT || e.Level == LevelHMAC)
			p.Open += one(e.Level == LevelOpen)
		}
	}
	for _, p := range at {
		m.Platforms = append(m.Platforms, *p)
	}
	slices.SortFunc(m.Platforms, func(a, b Platform) int {
		return cmp.Or(rank(a.Name)-rank(b.Name), cmp.Compare(a.Name, b.Name))
	})
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Summary says how far the platforms are secured: "web secured 3 of 4, iOS 0 of
// 1".
func (m *Map) Summary() string {
	var parts []string
	verb := "secured "
	for _, p := range m.Platforms {
		if p.Boots == 0 && !p.Expected {
			continue
		}
		text := fmt.Sprintf("%s %s%d of %d", Title(p.Name), verb, p.Secured, p.Boots)
		if p.Boots == 0 {
			text = fmt.Sprintf("%s has no boot that names a user", Title(p.Name))
		} else {
			verb = ""
		}
		if p.Open > 0 {
			text += fmt.Sprintf(" (%d cannot be told from here)", p.Open)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "no boot that names a user"
	}
	return strings.Join(parts, ", ")
}

// Of returns the entries of a platform.
func (m *Map) Of(platform string) []Entry {
	var out []Entry
	for _, e := range m.Entries {
		if e.Platform == platform {
			out = append(out, e)
		}
	}
	return out
}

// Says is one line about an entry, in words.
func (e Entry) Says() string {
	switch {
	case e.What == "mint" && e.Level == LevelHMAC:
		return "makes a user_hash (HMAC), key from " + e.Key
	case e.What == "mint":
		return "makes a JWT, key from " + e.Key + ", " + e.lives()
	case e.What == "proof":
		return "hands over " + proofWord(e.Level)
	}
	text := map[string]string{
		LevelJWT: "secured by a JWT", LevelHMAC: "secured by a user_hash (HMAC, legacy)", LevelNone: "NOT SECURED: names a user without a proof",
		LevelOpen: "cannot be told from here", LevelAnonymous: "anonymous: names no user",
	}[e.Level]
	if e.Level == LevelJWT && e.Refresh {
		text += ", refreshed later"
	}
	if len(e.Unsigned) > 0 {
		text += ", sent unsigned: " + strings.Join(e.Unsigned, ", ")
	}
	return text
}

func proofWord(level string) string {
	switch level {
	case LevelJWT:
		return "a JWT"
	case LevelHMAC:
		return "a user_hash (HMAC, legacy)"
	}
	return "a proof"
}

func (e Entry) lives() string {
	switch e.Lifetime {
	case "open", "":
		return "its lifetime cannot be told from here"
	case "none":
		return "without expiry"
	case "fixed":
		return "with a fixed expiry"
	case "sometimes":
		return "with expiry on some paths only"
	}
	return "for " + short(e.Lifetime)
}

// short turns 1h0m0s into 1h.
func short(d string) string {
	if s, ok := strings.CutSuffix(d, "m0s"); ok {
		d = s + "m"
	}
	if s, ok := strings.CutSuffix(d, "h0m"); ok {
		d = s + "h"
	}
	return d
}

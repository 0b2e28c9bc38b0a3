// Package reader is what the walker hands to a language reader, and what a
// language reader hands back. A reader is a pure function of one file and of
// those that it imports; what it finds in those it says with their paths.
package reader

import (
	"context"
	"sync"
	"time"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// File is one text file that passed the pre-filter.
type File struct {
	Path string // below the root of the run, with forward slashes
	Data []byte // UTF-8; UTF-16 files are converted before
	// Name is the path as fingerprints have it, the same wherever the command
	// runs.
	Name string

	// Intercom is set when the word stands in this file or in a file of its
	// folder (RULES.md, ruling 4).
	Intercom bool
	// Ignored is set when git ignores the file (ruling 3).
	Ignored bool
	// Tests is set when test code is in scope.
	Tests bool
	// Open reads a file that this one imports, by a path as Path is. Nil: the
	// file stands alone.
	Open func(path string) ([]byte, bool)
	// Shared is where readers keep what they made of such files, for one run.
	Shared *sync.Map
	// MaxLifetime is the longest lifetime of a JWT that is not reported.
	MaxLifetime time.Duration
}

// Func reads one file. An error means that the file could not be read as its
// language; what was found before still counts.
type Func func(ctx context.Context, f *File) (Result, error)

// Result is what one file has to do with the Messenger.
type Result struct {
	Findings []finding.Finding
	Mints    []Mint
	Boots    []Boot
	Secrets  []Secret
}

// Mint is one place that makes a proof, for the map.
type Mint struct {
	finding.Place
	Platform string // "server", "web", "ios", "android", "react-native", "flutter"
	Kind     string // "jwt" or "hmac"
	Key      string // origin of the key, such as "env INTERCOM_JWT_SECRET"; never its value
	Lifetime string // such as "1h0m0s", "none", "open"
}

// Boot is one place that tells the Messenger who the user is, for the map.
type Boot struct {
	finding.Place
	Platform string   // as in Mint
	Kind     string   // "boot", "update", "settings", "login"
	Identity bool     // names a user
	Proof    string   // "none", "hmac", "jwt" or "open"
	Refresh  bool     // a later update or setUserJwt hands over a fresh JWT
	Unsigned []string // attributes sent unsigned beside a JWT
}

// Secret is a literal that was found to be a Messenger secret, kept in memory
// only, so that the same value can be looked for elsewhere in the tree.
type Secret struct {
	finding.Place
	Name  string
	Value string `json:"-"`
}

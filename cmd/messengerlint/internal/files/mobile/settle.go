package mobile

import (
	"path"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// KindProof is the Kind of a Boot that is no boot: it marks a call of setUserJwt
// or setUserHash until Settle has seen all files of an app. No map shows it.
const KindProof = "proof"

// Settle takes the results of all files of one app and applies ruling 20: where
// another file of the same platform hands over a proof, a login that shows none
// is open and no finding. A login whose own function shows the mistake (the proof
// comes after it, is empty or stands on another branch) stays a finding. The
// markers of proofs are removed. Settle changes the results in place; once is
// enough, and again does nothing.
func Settle(results map[string]reader.Result) {
	proved := map[string]bool{} // by platform
	for _, r := range results {
		for _, b := range r.Boots {
			if b.Kind == KindProof {
				proved[b.Platform] = true
			}
		}
	}
	for file, r := range results {
		excused := map[finding.Place]bool{}
		for i, b := range r.Boots {
			if b.Kind != KindProof && b.Proof == "none" && b.Identity && proved[b.Platform] {
				excused[b.Place] = !hasHigh(r.Findings, b.Place)
			}
			if excused[b.Place] {
				r.Boots[i].Proof = "open"
			}
		}
		r.Findings = filter(r.Findings, func(f finding.Finding) bool { return f.Rule != "unsignedboot" || !excused[f.Place] })
		r.Boots = filter(r.Boots, func(b reader.Boot) bool { return b.Kind != KindProof })
		results[file] = r
	}
}

// hasHigh says whether the mistake at a login is shown by its own function.
func hasHigh(fs []finding.Finding, at finding.Place) bool {
	return slices.ContainsFunc(fs, func(f finding.Finding) bool {
		return f.Rule == "unsignedboot" && f.Place == at && f.Confidence == finding.ConfidenceHigh
	})
}

// rootMarkers are files that stand at the root of an app or of a module of one.
var rootMarkers = wordset.Set{Words: `Package.swift Podfile project.pbxproj build.gradle build.gradle.kts settings.gradle
	settings.gradle.kts pubspec.yaml pom.xml`}

// Apps tells which app a file belongs to, given all files of the run: the
// outermost folder above it that holds a marker such as Podfile, settings.gradle
// or pubspec.yaml (an app may have many modules), or "." when there is none.
func Apps(files []string) func(file string) string {
	roots := map[string]bool{}
	for _, f := range files {
		if !rootMarkers.Has(path.Base(f)) {
			continue
		}
		dir := path.Dir(f)
		if strings.HasSuffix(dir, ".xcodeproj") {
			dir = path.Dir(dir)
		}
		roots[dir] = true
	}
	return func(file string) string {
		root := "."
		for dir := path.Dir(file); ; dir = path.Dir(dir) {
			if roots[dir] {
				root = dir
			}
			if dir == "." || dir == "/" {
				return root
			}
		}
	}
}

// filter keeps the elements that keep says yes to, in a new slice.
func filter[T any](in []T, keep func(T) bool) []T {
	var out []T
	for _, x := range in {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

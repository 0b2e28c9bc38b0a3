package files

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Literals reads Go files as text: those of no module, and those of packages
// that cannot be analysed. Names are absolute; the overlay stands before the
// work tree.
func Literals(ctx context.Context, o Options, names []string, overlay map[string][]byte) Report {
	o = o.withDefaults()
	var rep Report
	var hits []hit
	l := &lister{opts: o}
	for _, name := range names {
		data, over := overlay[name]
		if !over {
			if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
				continue // the driver has said so
			}
			var err error
			if data, err = os.ReadFile(name); err != nil {
				if !errors.Is(err, fs.ErrNotExist) {
					rep.Incomplete = append(rep.Incomplete, finding.Incomplete{Path: l.show(name), Reason: reasonOf(err)})
				}
				continue
			}
		}
		if is := judgeBytes(data, o.Vocabulary()); is != none {
			// A zero byte makes no Go file binary; it only keeps it from being parsed.
			text := bytes.ReplaceAll(toUTF8(data), []byte{0}, []byte{' '})
			hits = append(hits, hit{entry: entry{full: name, path: l.show(name)}, data: text, needle: is == needle})
		}
	}
	nameFolders(hits)
	newEngine(o).readAll(ctx, hits, &rep)
	// What an ignore comment is for cannot be said where its rule did not run.
	rep.Findings = slices.DeleteFunc(rep.Findings, func(f finding.Finding) bool { return f.Rule == ruleIgnore })
	rep.Stats.Needle = 0 // these are no other files
	rep.finish(o)
	return rep
}

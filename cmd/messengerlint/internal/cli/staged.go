package cli

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/driver"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// lookStaged checks the index. Packages with a Go file that the next commit
// touches are analysed whole, when one of those files has a needle.
func lookStaged(ctx context.Context, e *env, f *checkFlags, cfg driver.Config) (*output.Report, error) {
	o := filesOptions(e, f, cfg.Dir)
	found, err := files.Staged(ctx, o)
	if err != nil {
		return nil, err
	}
	res := &driver.Result{}
	if len(found.Go.Folders) > 0 {
		// git names its root without links, and the overlay has its names.
		cfg.Dir, cfg.Base = withoutLinks(cfg.Dir), withoutLinks(cfg.Base)
		cfg.Overlay = found.Go.Overlay
		if res, err = driver.Staged(ctx, cfg, found.Go.Folders); err != nil {
			return nil, err
		}
	}
	report := newReport(e, f, res)
	report.Root = "" // what lies on the disk is not what was read
	o.Base = cfg.Base
	readUnread(ctx, e, o, res, found.Go.Overlay, report)
	addFiles(e, report, found)
	report.Stats.Took += found.Stats.Took
	slices.SortFunc(report.Findings, finding.Compare)
	return report, nil
}

func withoutLinks(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}

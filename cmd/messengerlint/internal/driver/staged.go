package driver

import "context"

// Staged analyses the packages of some folders as the overlay has them. A
// folder that the overlay leaves without Go files is passed over.
func Staged(ctx context.Context, cfg Config, folders []string) (*Result, error) {
	d := newDisk(cfg.Overlay)
	cfg.Patterns = nil
	for _, dir := range folders {
		if len(d.goFiles(dir)) > 0 {
			cfg.Patterns = append(cfg.Patterns, dir)
		}
	}
	if len(cfg.Patterns) == 0 {
		return &Result{}, nil
	}
	return Run(ctx, cfg)
}

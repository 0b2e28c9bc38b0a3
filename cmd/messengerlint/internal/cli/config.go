package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/config"
)

// showConfig is the command that prints what is in force and from where.
func showConfig(ctx context.Context, e *env, args []string) int {
	f, schema, fs := newConfigFlags()
	err := f.parse(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"config"})
	}
	if err == nil && *schema {
		return e.print(string(config.Schema(ruleNames())))
	}
	if err == nil && len(f.patterns) > 0 {
		err = errors.New("config takes flags only: messengerlint config [flags]")
	}
	dir := ""
	if err == nil {
		dir, err = workDir(e.dir, f.dir)
	}
	if err == nil {
		err = f.configure(dir)
	}
	if err != nil {
		return e.fail(err)
	}
	return e.print(f.configText(e.dir))
}

func newConfigFlags() (f *checkFlags, schema *bool, fs *flag.FlagSet) {
	f, fs = newCheckFlags()
	return f, fs.Bool("schema", false, "print the JSON schema of the file"), fs
}

func (f *checkFlags) configText(base string) string {
	show := func(file string) string { return shown(base, file) }
	var b strings.Builder
	switch {
	case f.cfg != nil:
		fmt.Fprintf(&b, "file: %s\n\n", show(f.cfg.File))
	case f.config == noConfig:
		b.WriteString("file: none, as -config says\n\n")
	default:
		fmt.Fprintf(&b, "file: none; there is no %s here or above, up to the root of the repository\n\n", config.DefaultName)
	}
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for _, s := range f.inForce(show) {
		fmt.Fprintf(w, "%s\t%s\t%s\n", s.name, oneLine(s.value), s.from)
	}
	w.Flush()
	return b.String()
}

// shown is a path as output has it: relative to where the command ran.
func shown(base, file string) string {
	if rel, err := filepath.Rel(base, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}

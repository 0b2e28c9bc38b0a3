package cli

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
)

// command is one subcommand. Help, completion and the man page are made from
// this table and the flags.
type command struct {
	name, args, title string
	run               func(ctx context.Context, e *env, args []string) int
	flags             func() *flag.FlagSet // nil: none
}

func commands() []command {
	return []command{
		{"history", "[flags] [revision range]", "secrets that were ever committed; default all refs", history, historyFlags},
		{"map", "[flags] [paths]", "every mint and boot, by platform, secured or not", showMap, func() *flag.FlagSet { _, fs := newMapFlags(); return fs }},
		{"token", "[flags] [JWT or -]", "explain one JWT or user_hash, offline", inspect, func() *flag.FlagSet { _, fs := newTokenFlags(); return fs }},
		{"config", "[flags]", "the settings in force and where they come from", showConfig, func() *flag.FlagSet { _, _, fs := newConfigFlags(); return fs }},
		{"explain", "RULE", "what a rule reports, why, and what to do", explain, nil},
		{"completion", "SHELL", "a completion script for bash, zsh or fish", completion, nil},
		{"help", "[command]", "how the command, or one of these, is used", help, nil},
	}
}

func historyFlags() *flag.FlagSet {
	_, from := newCheckFlags()
	fs := newFlagSet()
	for _, name := range []string{"format", "o", "rules", "fail-on", "min-confidence", "tests", "C", "config"} {
		f := from.Lookup(name)
		fs.Var(f.Value, name, f.Usage)
	}
	return fs
}

func checkFlagSet() *flag.FlagSet { _, fs := newCheckFlags(); return fs }

// help prints how the command, or one subcommand, is used.
func help(_ context.Context, e *env, args []string) int {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return e.print(usage())
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
		if c.name == args[0] {
			return e.print(c.usage())
		}
	}
	return e.fail(fmt.Errorf("there is no command %q%s", args[0], suggest.DidYouMean("", args[0], names)))
}

func usage() string {
	var b strings.Builder
	b.WriteString(`messengerlint checks that the Intercom Messenger of a product is secured:
the secret stays on the server and every user is proved by a sound JWT.

Usage:
	messengerlint [flags] [packages and paths]     check; default ./...
`)
	for _, c := range commands() {
		fmt.Fprintf(&b, "\tmessengerlint %-32s %s\n", strings.TrimSpace(c.name+" "+c.args), c.title)
	}
	b.WriteString("\nFlags:\n")
	b.WriteString(flagHelp(checkFlagSet()))
	b.WriteString(`
Exit: 0 nothing at or above -fail-on, 1 findings, 2 the job could not be done
whole (findings are printed all the same).
`)
	return b.String()
}

func (c command) usage() string {
	text := fmt.Sprintf("%s.\n\nUsage:\n\t%s\n", strings.ToUpper(c.title[:1])+c.title[1:], strings.TrimSpace("messengerlint "+c.name+" "+c.args))
	if c.flags != nil {
		text += "\nFlags:\n" + flagHelp(c.flags())
	}
	return text
}

// flagHelp is the list of flags in the style of the go command.
func flagHelp(fs *flag.FlagSet) string {
	var b strings.Builder
	for _, f := range flagsOf(fs) {
		fmt.Fprintf(&b, "\t%-24s %s\n", f.head(), f.text)
	}
	return b.String()
}

// flagInfo is one flag as texts show it.
type flagInfo struct{ name, arg, text string }

func (f flagInfo) head() string { return strings.TrimSpace("-" + f.name + " " + f.arg) }

func flagsOf(fs *flag.FlagSet) []flagInfo {
	var out []flagInfo
	fs.VisitAll(func(f *flag.Flag) {
		arg, text := flag.UnquoteUsage(f)
		if !slices.Contains([]string{"", "false", "0s"}, f.DefValue) {
			text += " (default " + f.DefValue + ")"
		}
		out = append(out, flagInfo{f.Name, arg, text})
	})
	return out
}

package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
)

func shells() map[string]func() string {
	return map[string]func() string{"bash": bash, "zsh": zsh, "fish": fish}
}

// completion prints the script of one shell.
func completion(_ context.Context, e *env, args []string) int {
	names := []string{"bash", "fish", "zsh"}
	positional, err := parseFlags(newFlagSet(), args)
	if err == nil && len(positional) != 1 {
		err = fmt.Errorf("completion takes one shell: %s", strings.Join(names, ", "))
	}
	if err == nil && !slices.Contains(names, positional[0]) {
		err = fmt.Errorf("unknown shell %q%s; there are %s", positional[0], suggest.DidYouMean("", positional[0], names), strings.Join(names, ", "))
	}
	if err != nil {
		return e.fail(err)
	}
	return e.print(shells()[positional[0]]())
}

// values are the words that a flag of a command takes; nil where any will do.
func values(cmd, flagName string) []string {
	switch flagName {
	case "format":
		switch cmd {
		case "map":
			return mapFormats()
		case "token":
			return []string{"json", "text"}
		}
		return output.Formats()
	case "fail-on":
		return []string{"low", "medium", "high", "critical"}
	case "min-confidence":
		return []string{"low", "medium", "high"}
	case "rules":
		return ruleNames()
	case "max-lifetime":
		return []string{"1h", "24h"}
	}
	return nil
}

// wordsOf are what a command takes besides flags; nil means files.
func wordsOf(cmd string) []string {
	switch cmd {
	case "explain":
		return ruleNames()
	case "completion":
		return []string{"bash", "fish", "zsh"}
	case "help":
		return commandNames()
	}
	return nil
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// scopes are the check, under an empty name, and the commands.
func scopes() []command {
	return append([]command{{flags: checkFlagSet}}, commands()...)
}

func (c command) flagList() []flagInfo {
	if c.flags == nil {
		return nil
	}
	return flagsOf(c.flags())
}

func bash() string {
	var b strings.Builder
	b.WriteString("# bash completion of messengerlint: source <(messengerlint completion bash)\n_messengerlint() {\n" +
		"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd=\n\tCOMPREPLY=()\n\tcase ${COMP_WORDS[1]} in\n")
	fmt.Fprintf(&b, "\t%s) [ $COMP_CWORD -gt 1 ] && cmd=${COMP_WORDS[1]} ;;\n\tesac\n\tcase \"$cmd $prev\" in\n", strings.Join(commandNames(), "|"))
	for _, c := range scopes() {
		for _, f := range c.flagList() {
			if v := values(c.name, f.name); v != nil {
				fmt.Fprintf(&b, "\t\"%s -%s\") COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", c.name, f.name, strings.Join(v, " "))
			} else if f.arg != "" {
				fmt.Fprintf(&b, "\t\"%s -%s\") compopt -o default; return ;;\n", c.name, f.name)
			}
		}
	}
	b.WriteString("\tesac\n\tcase \"$cmd\" in\n")
	for _, c := range scopes() {
		var list []string
		for _, f := range c.flagList() {
			list = append(list, "-"+f.name)
		}
		fmt.Fprintf(&b, "\t\"%s\") case $cur in -*) COMPREPLY=($(compgen -W \"%s\" -- \"$cur\")); return ;; esac", c.name, strings.Join(list, " "))
		switch w := wordsOf(c.name); {
		case c.name == "":
			fmt.Fprintf(&b, "\n\t\t[ $COMP_CWORD -eq 1 ] && COMPREPLY=($(compgen -W \"%s\" -- \"$cur\"))", strings.Join(commandNames(), " "))
		case w != nil:
			fmt.Fprintf(&b, "\n\t\tCOMPREPLY=($(compgen -W \"%s\" -- \"$cur\")); return", strings.Join(w, " "))
		}
		b.WriteString(" ;;\n")
	}
	b.WriteString("\tesac\n\tcompopt -o default\n}\ncomplete -F _messengerlint messengerlint\n")
	return b.String()
}

func zsh() string {
	var b strings.Builder
	b.WriteString("#compdef messengerlint\n# zsh completion of messengerlint: messengerlint completion zsh > \"${fpath[1]}/_messengerlint\"\n_messengerlint() {\n" +
		"\tlocal -a commands\n\tcommands=(\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "\t\t%s\n", zshQuote(c.name+":"+c.title))
	}
	b.WriteString("\t)\n\tlocal cmd=${words[2]}\n\tif (( CURRENT == 2 )) && [[ $cmd != -* ]]; then\n\t\t_describe command commands\n\t\t_files\n\t\treturn\n\tfi\n\tcase $cmd in\n")
	for _, c := range append(commands(), scopes()[0]) {
		name := c.name
		if name == "" {
			name = "*"
		}
		fmt.Fprintf(&b, "\t%s)\n", name)
		if c.name != "" {
			b.WriteString("\t\tshift words; (( CURRENT-- ))\n")
		}
		b.WriteString("\t\t_arguments")
		for _, f := range c.flagList() {
			fmt.Fprintf(&b, " \\\n\t\t\t%s", zshQuote(zshFlag(c.name, f)))
		}
		rest := "*:path:_files"
		if w := wordsOf(c.name); w != nil {
			rest = "1:word:(" + strings.Join(w, " ") + ")"
		}
		fmt.Fprintf(&b, " \\\n\t\t\t%s\n\t\t;;\n", zshQuote(rest))
	}
	b.WriteString("\tesac\n}\nif [[ ${funcstack[1]} == _messengerlint ]]; then\n\t_messengerlint \"$@\"\nelse\n\tcompdef _messengerlint messengerlint\nfi\n")
	return b.String()
}

func zshFlag(cmd string, f flagInfo) string {
	text := strings.NewReplacer("[", "(", "]", ")", ":", " ", `\`, "").Replace(f.text)
	spec := "-" + f.name + "[" + text + "]"
	switch v := values(cmd, f.name); {
	case v != nil:
		spec += ":" + f.arg + ":(" + strings.Join(v, " ") + ")"
	case f.arg != "":
		spec += ":" + f.arg + ":_files"
	}
	return spec
}

func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func fish() string {
	var b strings.Builder
	b.WriteString("# fish completion of messengerlint: messengerlint completion fish > ~/.config/fish/completions/messengerlint.fish\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c messengerlint -n __fish_use_subcommand -a %s -d %s\n", c.name, fishQuote(c.title))
	}
	for _, c := range scopes() {
		when := fishQuote("not __fish_seen_subcommand_from " + strings.Join(commandNames(), " "))
		if c.name != "" {
			when = fishQuote("__fish_seen_subcommand_from " + c.name)
		}
		for _, f := range c.flagList() {
			fmt.Fprintf(&b, "complete -c messengerlint -n %s -o %s -d %s", when, f.name, fishQuote(f.text))
			if v := values(c.name, f.name); v != nil {
				fmt.Fprintf(&b, " -x -a %s", fishQuote(strings.Join(v, " ")))
			} else if f.arg != "" {
				b.WriteString(" -r")
			}
			b.WriteByte('\n')
		}
		if w := wordsOf(c.name); w != nil {
			fmt.Fprintf(&b, "complete -c messengerlint -n %s -f -a %s\n", when, fishQuote(strings.Join(w, " ")))
		}
	}
	return b.String()
}

func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

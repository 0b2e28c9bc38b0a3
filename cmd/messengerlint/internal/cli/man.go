package cli

import (
	"flag"
	"fmt"
	"strings"

	"github.com/messengerlint/messengerlint/analyzer"
)

// ManPage is docs/messengerlint.1, made from the tables of commands, flags and
// rules (man 7 man).
func ManPage() string {
	var b strings.Builder
	b.WriteString(".\\\" Made by go test ./internal/cli -update; do not edit.\n.TH MESSENGERLINT 1 \"\" messengerlint \"User Commands\"\n" +
		".SH NAME\nmessengerlint \\- check the security of the Intercom Messenger\n.SH SYNOPSIS\n.B messengerlint\n[\\fIflags\\fR] [\\fIpackages and paths\\fR]\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, ".br\n.B messengerlint %s\n%s\n", c.name, roff(c.args))
	}
	b.WriteString(".SH DESCRIPTION\n" + roff(`Reads Go packages and all other files of a tree and reports where the Intercom Messenger
is not secured as Intercom asks: secrets that leave the server, proofs for an id that the request chose, tokens without
user_id, expiry or the right algorithm, and boots on the web, iOS and Android that name a user without a proof. Nothing is
sent anywhere.`) + "\n.SH COMMANDS\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, ".TP\n.B %s %s\n%s\n", roff(c.name), roff(c.args), roff(sentence(c.title)))
	}
	b.WriteString(".SH FLAGS OF THE CHECK\n")
	roffFlags(&b, checkFlagSet())
	for _, c := range commands() {
		if c.flags != nil && (c.name == "map" || c.name == "token") {
			fmt.Fprintf(&b, ".SH FLAGS OF %s\n", strings.ToUpper(c.name))
			roffFlags(&b, c.flags())
		}
	}
	b.WriteString(".SH RULES\n")
	for _, r := range analyzer.Rules() {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s (%s).\n", roff(r.Name), roff(sentenceStart(r.Title)), r.Severity)
	}
	b.WriteString(".SH EXIT STATUS\n.TP\n.B 0\nNothing at or above \\fB\\-fail\\-on\\fR.\n.TP\n.B 1\nFindings; for \\fBtoken\\fR, a token that is wrong.\n" +
		".TP\n.B 2\nThe job could not be done whole: bad arguments, type errors, unreadable files. Findings are printed all the same.\n" +
		".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colour, also on a terminal. So does \\fBTERM=dumb\\fR.\n" +
		".SH FILES\n.TP\n.B .messengerlint.yml\nSettings of the repository; \\fBmessengerlint config\\fR shows what is in force.\n")
	return b.String()
}

func roffFlags(b *strings.Builder, fs *flag.FlagSet) {
	for _, f := range flagsOf(fs) {
		fmt.Fprintf(b, ".TP\n.B \\-%s", roff(f.name))
		if f.arg != "" {
			fmt.Fprintf(b, " \\fI%s\\fR", roff(f.arg))
		}
		fmt.Fprintf(b, "\n%s\n", roff(sentence(f.text)))
	}
}

func sentence(s string) string { return sentenceStart(s) + "." }

func sentenceStart(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// roff keeps a text from being read as requests, and its dashes plain.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(strings.Join(strings.Fields(s), " "))
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

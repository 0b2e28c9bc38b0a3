package mobile

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Read reads one file of an app, or of a server in one of the five languages.
// It is a reader.Func.
func Read(ctx context.Context, f *reader.File) (res reader.Result, err error) {
	l := langOf(f.Path)
	if l == unknownLang {
		return res, fmt.Errorf("no mobile language has the extension of %s", f.Path)
	}
	if err := ctx.Err(); err != nil {
		return res, err
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot read %s as source: internal error", f.Path)
		}
	}()
	toks, cut := lex(f.Data, l)
	tree, imports := parse(toks, l)
	g := newProgram(f.Path, f.Data, l, tree, imports)
	g.near = f.Intercom || g.sdkImport()
	g.decideSide()
	o := g.walkAll()
	g.context = g.sdkImport() || len(o.proofs) > 0 || len(o.logins) > 0 || messenger.IdentityWords(string(f.Data))
	if !g.server {
		g.boots(o, &res)
	}
	mints := g.messengerMints(o)
	g.leaks(mints, &res)
	g.hashes(o, mints, &res)
	g.logs(o, mints, &res)
	res.Findings = finding.SortUnique(res.Findings)
	if g.budget < 0 {
		err = errors.New("too many values to follow in one file; some were not")
	}
	if cut {
		err = fmt.Errorf("only the first %d tokens were read", maxTokens)
	}
	return res, err
}

// platform is the word for the map.
func (g *program) platform() string {
	switch {
	case g.server:
		return "server"
	case g.lang == swift || g.lang == objc:
		return "ios"
	case g.lang == dart:
		return "flutter"
	}
	if strings.Contains(g.file, "iosMain") {
		return "ios"
	}
	return "android"
}

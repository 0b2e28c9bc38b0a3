package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// start measures what the command costs before it does anything.
func (b *bench) start([]string) error {
	hello, err := b.own("hello")
	if err != nil {
		return err
	}
	return b.report("start-up", "wall under 15 ms", 3*b.runs,
		command{name: "messengerlint -version", dir: b.scratch, argv: []string{b.ours, "-version"}},
		command{name: "an empty Go program", dir: b.scratch, argv: []string{hello}},
		command{name: "go version", dir: b.scratch, argv: []string{"go", "version"}})
}

// bundle measures one minified file of 20 MB with a key deep inside.
func (b *bench) bundle([]string) error {
	dir := filepath.Join(b.scratch, "bundle")
	if err := writeFiles(dir, map[string]string{"dist/app.min.js": minified(20 << 20)}); err != nil {
		return err
	}
	return b.report("a minified bundle of 20 MB", "wall under 0.5 s, under 200 MB", b.runs, b.lint(dir, "."), grep(dir))
}

// minified returns code of about the given size as bundlers write it: one line,
// short names, many strings; with a mint, and its key, three quarters in.
func minified(size int) string {
	random := rand.New(rand.NewPCG(7, 11))
	var s strings.Builder
	s.Grow(size + 1024)
	s.WriteString(`(()=>{"use strict";var e={`)
	put := func(until int) {
		for i := 0; s.Len() < until; i++ {
			fmt.Fprintf(&s, `%d:(e,t,n)=>{n.d(t,{Z:()=>r});var o=n(%d),i="%x";function r(a,c){if(!a)throw new Error("%x");return o.s(a.map((e=>e.id+%d)),{u:c,k:i})}},`,
				random.IntN(90000), random.IntN(90000), random.Uint64(), random.Uint64(), i)
		}
	}
	put(size / 4 * 3)
	s.WriteString(`7:(e,t,n)=>{var c=n(8);t.h=u=>{var user_hash=c.createHmac("sha256","` + invented(random) +
		`").update(u.id).digest("hex");window.Intercom("boot",{app_id:"abc12345",user_id:u.id,user_hash:user_hash})}},`)
	put(size)
	s.WriteString(`9:()=>{}};})();`)
	return s.String()
}

// invented is a value with the shape of the Messenger secret.
func invented(random *rand.Rand) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
	b := make([]byte, 43)
	for i := range b {
		b[i] = letters[random.IntN(len(letters))]
	}
	return string(b)
}

// hook measures what a commit waits for: one staged file, without and with a
// needle, in a large repository.
func (b *bench) hook([]string) error {
	r, err := repositoryNamed("caddy")
	if err != nil {
		return err
	}
	from, err := b.copied(r)
	if err != nil {
		return err
	}
	dir := filepath.Join(b.scratch, "hook")
	if err := copyTree(from, dir); err != nil {
		return err
	}
	if err := git(dir, "init", "-q"); err != nil {
		return err
	}
	if err := git(dir, "add", "-A"); err != nil {
		return err
	}
	if err := git(dir, "-c", "user.name=b", "-c", "user.email=b@b.test", "commit", "-qm", "all"); err != nil {
		return err
	}
	export := command{name: "go list -export of that package", dir: dir, argv: []string{"go", "list", "-export", "-f", "{{.Export}}", "./" + r.plant}}
	status := command{name: "git status", dir: dir, argv: []string{"git", "status", "--porcelain"}}
	file := filepath.Join(dir, filepath.FromSlash(r.plant), "note.go")
	if err := os.WriteFile(file, []byte("package caddyhttp\n\nfunc note() string { return \"nothing\" }\n\nvar _ = note\n"), 0o644); err != nil {
		return err
	}
	if err := git(dir, "add", "-A"); err != nil {
		return err
	}
	if err := b.report("commit of one Go file without a needle", "less than git status", b.runs, b.lint(dir, "-staged"), status, export); err != nil {
		return err
	}
	if _, err := plant(dir, r.plant); err != nil {
		return err
	}
	if err := git(dir, "add", "-A"); err != nil {
		return err
	}
	return b.report("commit of one Go file with a mint", "near go list -export of its package", b.runs, b.lint(dir, "-staged"), export)
}

func git(dir string, args ...string) error {
	c := exec.Command("git", args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("git %v: %w\n%s", args, err, out)
	}
	return nil
}

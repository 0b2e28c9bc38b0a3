package main

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Results of a run.
const (
	ok          = "ok"
	incomplete  = "incomplete" // a package was left out, and it was said
	failed      = "failed"     // a panic, or no answer
	timeout     = "timeout"
	unavailable = "unavailable" // the proxy does not have it
)

// record is one run over one module.
type record struct {
	module, version, run, result string
	took                         time.Duration
	mints, findings, left        int
}

const (
	runsHead     = "module\tversion\trun\tresult\tseconds\tmints\tfindings\tleft out\n"
	findingsHead = "run\trule\tconfidence\tplace\tmessage\n"
)

// results are the files of a sweep.
type results struct {
	dir  string
	done map[string]bool // module and run
	bad  int
}

func openResults(dir string) (*results, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(dir, "logs"), 0o755); err != nil {
		return nil, err
	}
	r := &results{dir: dir, done: map[string]bool{}}
	rows, err := readRows(filepath.Join(dir, "runs.tsv"))
	if errors.Is(err, os.ErrNotExist) {
		return r, errors.Join(r.append("runs.tsv", runsHead), r.append("findings.tsv", findingsHead))
	}
	for _, f := range rows {
		r.done[f[0]+" "+f[2]] = true
		r.count(f[3])
	}
	return r, err
}

// readRows reads a table without its head.
func readRows(name string) (out [][]string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		out = append(out, strings.Split(lines.Text(), "\t"))
	}
	if len(out) == 0 {
		return nil, lines.Err()
	}
	return out[1:], lines.Err()
}

func (r *results) append(name, text string) error {
	f, err := os.OpenFile(filepath.Join(r.dir, name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// log keeps what a program printed, for whoever judges.
func (r *results) log(rec record, what string, o outcome) {
	name := strings.ReplaceAll(rec.module, "/", "_") + "." + what
	// A log that cannot be written is not worth the sweep.
	_ = os.WriteFile(filepath.Join(r.dir, "logs", name), append(o.stdout, o.stderr...), 0o644)
}

// finish judges a run by what it left.
func (r *results) finish(rec record, rep report, o outcome) error {
	rec.took = o.took
	rec.mints, rec.findings, rec.left = rep.Mints, len(rep.Findings), len(rep.Incomplete)
	text := string(o.stderr)
	for _, i := range rep.Incomplete {
		text += i.Reason
	}
	switch {
	case strings.Contains(text, "internal error") || strings.Contains(text, "goroutine "):
		rec.result = failed
	case o.timeout:
		rec.result = timeout
	case rec.result != "":
	case rec.left > 0 || o.code == 2:
		rec.result = incomplete
	default:
		rec.result = ok
	}
	return r.add(rec, rep.Findings)
}

func (r *results) add(rec record, found []row) error {
	var b strings.Builder
	for _, f := range found {
		message := strings.NewReplacer("\t", " ", "\n", " ").Replace(f.Message)
		path := f.Path
		if rec.run == "plain" {
			path = rec.module + "@" + rec.version + "/" + path
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s:%d\t%s\n", rec.run, f.Rule, f.Confidence, path, f.Line, message)
	}
	line := fmt.Sprintf("%s\t%s\t%s\t%s\t%.0f\t%d\t%d\t%d\n", rec.module, rec.version, rec.run, rec.result,
		rec.took.Seconds(), rec.mints, rec.findings, rec.left)
	fmt.Print(line)
	r.count(rec.result)
	return errors.Join(r.append("findings.tsv", b.String()), r.append("runs.tsv", line))
}

func (r *results) count(result string) {
	if result == failed || result == timeout {
		r.bad++
	}
}

func (r *results) verdict() error {
	if r.bad > 0 {
		return fmt.Errorf("%d runs failed or took too long; see runs.tsv and logs in %s", r.bad, r.dir)
	}
	return nil
}

// sample prints a number of the findings of the forced runs, always the same
// ones of a table: those with the least hash.
func sample(args []string) int {
	var n int
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: sweep sample FINDINGS NUMBER")
		return 2
	}
	rows, err := readRows(args[0])
	if _, bad := fmt.Sscan(args[1], &n); err != nil || bad != nil {
		fmt.Fprintln(os.Stderr, "sweep:", errors.Join(err, bad))
		return 2
	}
	rows = slices.DeleteFunc(rows, func(f []string) bool { return f[0] != "forced" })
	slices.SortFunc(rows, func(a, b []string) int {
		return strings.Compare(fmt.Sprintf("%016x", sum(a)), fmt.Sprintf("%016x", sum(b)))
	})
	for _, f := range rows[:min(n, len(rows))] {
		fmt.Println(strings.Join(f, "\t"))
	}
	return 0
}

func sum(fields []string) uint64 {
	h := fnv.New64a()
	for _, f := range fields[:4] {
		h.Write([]byte(f + "\t")) // never fails
	}
	return h.Sum64()
}

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// verdict is what became of one tool.
type verdict struct {
	tool   tool
	result result
	hit    map[label]bool
	checks map[string]*tally
}

// tally counts the findings of one check.
type tally struct {
	rules        []string // for which it counts; none: it speaks of something else
	right, wrong int
	elsewhere    []found
}

// judge holds the findings of a tool against the labels. A finding counts for a
// label when its check speaks of the rule and it lies at the line of the label,
// or at a line on the way there: the literal, where the label is at its use.
func judge(t tool, res result, labels []label, way map[label][]string) *verdict {
	v := &verdict{tool: t, result: res, hit: map[label]bool{}, checks: map[string]*tally{}}
	at := map[string][]label{}
	for _, l := range labels {
		for _, place := range append([]string{place(l.File, l.Line)}, way[l]...) {
			at[place] = append(at[place], l)
		}
	}
	for _, f := range res.Found {
		c := v.checks[f.Check]
		if c == nil {
			c = &tally{rules: t.checks(f.Check)}
			v.checks[f.Check] = c
		}
		right := false
		for _, l := range at[place(f.File, f.Line)] {
			if slices.Contains(c.rules, l.Rule) && (t.name != self || l.File == f.File && l.Line == f.Line) {
				v.hit[l], right = true, true
			}
		}
		if right {
			c.right++
		} else {
			c.wrong++
			c.elsewhere = append(c.elsewhere, f)
		}
	}
	return v
}

// self is the tool whose paths lead from labels to their sources.
const self = "messengerlint"

func place(file string, line int) string { return fmt.Sprintf("%s:%d", file, line) }

// ways are the places on the way to each label, as our own findings tell them.
func ways(res result, labels []label) map[label][]string {
	byPlace := map[string][]string{}
	for _, f := range res.Found {
		key := f.Check + " " + place(f.File, f.Line)
		byPlace[key] = append(byPlace[key], f.Also...)
	}
	out := map[label][]string{}
	for _, l := range labels {
		out[l] = byPlace[l.Rule+" "+place(l.File, l.Line)]
	}
	return out
}

// verdicts judges every tool that has a result in the folder.
func verdicts(dir string) ([]label, []*verdict, error) {
	labels, _, err := readCopy(dir)
	if err != nil {
		return nil, nil, err
	}
	var way map[label][]string
	var out []*verdict
	for _, t := range tools() {
		text, err := os.ReadFile(resultFile(dir, t.name))
		if errors.Is(err, fs.ErrNotExist) && t.name != self {
			continue
		}
		var res result
		if err == nil {
			err = json.Unmarshal(text, &res)
		}
		if err != nil {
			return nil, nil, err
		}
		if t.name == self {
			way = ways(res, labels)
		}
		out = append(out, judge(t, res, labels, way))
	}
	return labels, out, nil
}

// score prints the tables.
func score(dir string, w io.Writer) error {
	labels, all, err := verdicts(dir)
	if err != nil {
		return err
	}
	rules := rulesOf(labels)
	fmt.Fprintf(w, "%d labels in %d cases.\n\n", len(labels), casesOf(labels))
	head := []string{"rule", "labels"}
	for _, v := range all {
		head = append(head, v.tool.name)
	}
	rows := [][]string{head}
	for _, rule := range append(rules, "") {
		rows = append(rows, recall(rule, labels, all))
	}
	table(w, rows)
	fmt.Fprint(w, "\n")
	rows = [][]string{{"tool", "check", "counts for", "findings", "at a label", "elsewhere", "precision"}}
	for _, v := range all {
		rows = append(rows, v.precision()...)
	}
	table(w, rows)
	fmt.Fprint(w, "\n")
	rows = [][]string{{"tool", "version", "seconds", "commands"}}
	for _, v := range all {
		rows = append(rows, []string{v.tool.name, "`" + v.result.Version + "`", fmt.Sprintf("%.0f", v.result.Seconds), "`" + strings.Join(v.result.Commands, "`, `") + "`"})
	}
	table(w, rows)
	return nil
}

// recall is the row of one rule, or of all.
func recall(rule string, labels []label, all []*verdict) []string {
	name := "**all**"
	if rule != "" {
		name = "`" + rule + "`"
	}
	cells := []string{name, ""}
	total := 0
	for _, l := range labels {
		if rule == "" || l.Rule == rule {
			total++
		}
	}
	cells[1] = fmt.Sprint(total)
	for _, v := range all {
		hits, seen := 0, 0
		for _, l := range labels {
			if (rule == "" || l.Rule == rule) && v.tool.reads(l.File) {
				seen++
				if v.hit[l] {
					hits++
				}
			}
		}
		switch {
		case rule != "" && !v.speaksOf(rule):
			cells = append(cells, "–")
		case seen == 0:
			cells = append(cells, "–")
		default:
			cells = append(cells, fmt.Sprintf("%d of %d, %d %%", hits, seen, hits*100/seen))
		}
	}
	return cells
}

func (t tool) reads(file string) bool {
	top, _, _ := strings.Cut(file, "/")
	return slices.Contains(t.looksAt, top)
}

// speaksOf says whether any finding of the tool counts for a rule.
func (v *verdict) speaksOf(rule string) bool {
	for _, c := range v.checks {
		if slices.Contains(c.rules, rule) {
			return true
		}
	}
	return false
}

// precision is a row for every check that counts, and one for the others.
func (v *verdict) precision() [][]string {
	var rows [][]string
	others, kinds := 0, 0
	for _, name := range slices.Sorted(maps.Keys(v.checks)) {
		c := v.checks[name]
		if len(c.rules) == 0 {
			others += c.wrong
			kinds++
			continue
		}
		n := c.right + c.wrong
		rows = append(rows, []string{v.tool.name, "`" + name + "`", strings.Join(c.rules, ", "), fmt.Sprint(n),
			fmt.Sprint(c.right), fmt.Sprint(c.wrong), fmt.Sprintf("%d %%", c.right*100/n)})
	}
	if kinds > 0 || len(rows) == 0 {
		rows = append(rows, []string{v.tool.name, fmt.Sprintf("others (%d)", kinds), "nothing", fmt.Sprint(others), "–", "–", "–"})
	}
	return rows
}

// differences prints what a tool says elsewhere, and the labels it has missed.
func differences(dir, name string, w io.Writer) error {
	labels, all, err := verdicts(dir)
	if err != nil {
		return err
	}
	for _, v := range all {
		if v.tool.name != name {
			continue
		}
		for check, c := range v.checks {
			if len(c.rules) == 0 {
				continue
			}
			for _, f := range c.elsewhere {
				fmt.Fprintf(w, "elsewhere %s %s\n", place(f.File, f.Line), check)
			}
		}
		for _, l := range labels {
			if v.tool.reads(l.File) && !v.hit[l] && v.speaksOf(l.Rule) {
				fmt.Fprintf(w, "missed %s %s known=%v\n", place(l.File, l.Line), l.Rule, l.Missed)
			}
		}
		return nil
	}
	return fmt.Errorf("there is no result of %s in %s", name, dir)
}

func rulesOf(labels []label) []string {
	set := map[string]bool{}
	for _, l := range labels {
		set[l.Rule] = true
	}
	return slices.Sorted(maps.Keys(set))
}

func casesOf(labels []label) int {
	set := map[string]bool{}
	for _, l := range labels {
		set[l.Case] = true
	}
	return len(set)
}

func table(w io.Writer, rows [][]string) {
	for i, row := range rows {
		fmt.Fprintf(w, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			fmt.Fprintln(w, "|"+strings.Repeat("---|", len(row)))
		}
	}
}

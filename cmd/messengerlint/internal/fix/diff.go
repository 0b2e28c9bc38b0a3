package fix

import (
	"fmt"
	"strings"
)

const context = 3 // lines around a change

// Diff is a unified diff of a file, as patch and git apply take it.
func Diff(path string, old, now []byte) string {
	a, b := lines(old), lines(now)
	ops := script(a, b)
	var out strings.Builder
	fmt.Fprintf(&out, "--- a/%s\n+++ b/%s\n", path, path)
	for i := 0; i < len(ops); {
		if ops[i].kind == ' ' {
			i++
			continue
		}
		from, to := max(i-context, 0), i
		for quiet := 0; to < len(ops) && quiet <= 2*context; to++ {
			if quiet++; ops[to].kind != ' ' {
				quiet, i = 0, to+1
			}
		}
		to = min(i+context, len(ops))
		hunk(&out, ops[from:to])
		i = to
	}
	return out.String()
}

func hunk(out *strings.Builder, ops []op) {
	olds, news := 0, 0
	for _, o := range ops {
		if o.kind != '+' {
			olds++
		}
		if o.kind != '-' {
			news++
		}
	}
	fmt.Fprintf(out, "@@ -%d,%d +%d,%d @@\n", start(ops[0].old, olds), olds, start(ops[0].now, news), news)
	for _, o := range ops {
		out.WriteByte(o.kind)
		out.WriteString(o.text)
		if !strings.HasSuffix(o.text, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

func start(at, n int) int {
	if n == 0 {
		return at
	}
	return at + 1
}

func lines(b []byte) []string {
	var out []string
	for l := range strings.Lines(string(b)) {
		out = append(out, l)
	}
	return out
}

// op is one line of a diff, with the number of lines before it on both sides.
type op struct {
	kind     byte
	text     string
	old, now int
}

// most is the size of the middle part up to which the shortest script is looked
// for; above, all of it is replaced.
const most = 4 << 20

func script(a, b []string) []op {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var ops []op
	x, y := 0, 0
	put := func(kind byte, text string) {
		ops = append(ops, op{kind, text, x, y})
		if kind != '+' {
			x++
		}
		if kind != '-' {
			y++
		}
	}
	for _, l := range a[:head] {
		put(' ', l)
	}
	middle(a[head:len(a)-tail], b[head:len(b)-tail], put)
	for _, l := range a[len(a)-tail:] {
		put(' ', l)
	}
	return ops
}

// middle is the textbook's longest common subsequence.
func middle(a, b []string, put func(byte, string)) {
	n, m := len(a), len(b)
	var best [][]int
	if n*m <= most {
		best = make([][]int, n+1)
		for i := range best {
			best[i] = make([]int, m+1)
		}
		for i := n - 1; i >= 0; i-- {
			for j := m - 1; j >= 0; j-- {
				if a[i] == b[j] {
					best[i][j] = best[i+1][j+1] + 1
				} else {
					best[i][j] = max(best[i+1][j], best[i][j+1])
				}
			}
		}
	}
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case best != nil && i < n && j < m && a[i] == b[j]:
			put(' ', a[i])
			i, j = i+1, j+1
		case i < n && (best == nil || j == m || best[i+1][j] >= best[i][j+1]):
			put('-', a[i])
			i++
		default:
			put('+', b[j])
			j++
		}
	}
}

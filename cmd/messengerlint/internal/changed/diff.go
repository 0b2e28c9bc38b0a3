package changed

import "slices"

// lines are the lines of a file that are not as they were.
type lines struct {
	fresh map[int]bool // number of a line that is new or changed
	gap   map[int]bool // number of the line after which lines are missing
}

// in says whether something changed between two lines, both included.
func (l *lines) in(first, last int) bool {
	for n := first; n <= last; n++ {
		if l.fresh[n] || n < last && l.gap[n] {
			return true
		}
	}
	return false
}

// diff compares line by line: what is common at both ends, then lines that
// occur once on both sides, in their order (patience diff). Between those
// nothing is matched, so a change is rather shown larger than lost.
func diff(then, now []string) *lines {
	l := &lines{fresh: map[int]bool{}, gap: map[int]bool{}}
	l.compare(then, now, 0)
	return l
}

// compare looks at a part of the file; before counts the lines above it.
func (l *lines) compare(then, now []string, before int) {
	for len(then) > 0 && len(now) > 0 && then[0] == now[0] {
		then, now, before = then[1:], now[1:], before+1
	}
	for len(then) > 0 && len(now) > 0 && then[len(then)-1] == now[len(now)-1] {
		then, now = then[:len(then)-1], now[:len(now)-1]
	}
	if len(now) == 0 {
		if len(then) > 0 {
			l.gap[before] = true
		}
		return
	}
	pairs := anchors(then, now)
	if len(then) == 0 || len(pairs) == 0 {
		for i := range now {
			l.fresh[before+i+1] = true
		}
		return
	}
	a, b := 0, 0
	for _, p := range pairs {
		l.compare(then[a:p.then], now[b:p.now], before+b)
		a, b = p.then+1, p.now+1
	}
	l.compare(then[a:], now[b:], before+b)
}

type pair struct{ then, now int }

// anchors are the lines that occur once on each side, as many as keep their
// order.
func anchors(then, now []string) []pair {
	type seen struct{ then, now, at, from int }
	count := map[string]*seen{}
	for i, s := range then {
		if count[s] == nil {
			count[s] = &seen{}
		}
		count[s].then++
		count[s].from = i
	}
	for i, s := range now {
		if c := count[s]; c != nil {
			c.now++
			c.at = i
		}
	}
	var all []pair
	for i, s := range now {
		if c := count[s]; c != nil && c.then == 1 && c.now == 1 {
			all = append(all, pair{c.from, i})
		}
	}
	return rising(all)
}

// rising returns the longest part of pairs that rises on both sides.
func rising(all []pair) []pair {
	var tops []int // index of the last pair of the best run of each length
	prev := make([]int, len(all))
	for i, p := range all {
		at, _ := slices.BinarySearchFunc(tops, p.then, func(top, then int) int { return all[top].then - then })
		prev[i] = -1
		if at > 0 {
			prev[i] = tops[at-1]
		}
		if at == len(tops) {
			tops = append(tops, i)
		} else {
			tops[at] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	out := make([]pair, len(tops))
	for i, at := len(tops)-1, tops[len(tops)-1]; i >= 0; i, at = i-1, prev[at] {
		out[i] = all[at]
	}
	return out
}

// Package page takes pages apart: the scripts of HTML, Vue and Svelte files,
// and the template actions inside them. Every text it hands out is as long as
// the page, with everything else blanked, so that offsets are those of the page.
package page

import (
	"bytes"
	"strings"
)

// Mark stands in scripts for what a template action prints. It is padded with
// underscores to the length of the action.
const Mark = "_mlt_"

// Role is what a template action does.
type Role uint8

// The roles.
const (
	Output  Role = iota // prints a value
	Open                // if, with, range, each: opens a block
	Else                // the other arm of a block
	Close               // ends a block
	Include             // puts in another template
	Code                // runs code, or is a comment
)

// Action is one template action of a page.
type Action struct {
	From, To int    // the whole action
	Text     string // what stands between the marks
	Role     Role
	Lang     string // "{{", "{%", "<%", "<?", "{!!"
}

// delimiter is one pair of template marks.
type delimiter struct{ open, close string }

var delimiters = []delimiter{
	{"{{{", "}}}"}, {"{{", "}}"}, {"{!!", "!!}"}, {"{%", "%}"}, {"{#", "#}"}, {"<%", "%>"}, {"<?", "?>"},
}

// Actions finds the template actions of a page.
func Actions(data []byte, braces bool) []Action {
	var out []Action
	for i := 0; i < len(data); {
		next := bytes.IndexAny(data[i:], "{<@")
		if next < 0 {
			break
		}
		i += next
		if data[i] == '@' {
			if a, ok := blade(data, i); ok && braces {
				out = append(out, a)
				i = a.To
				continue
			}
			i++
			continue
		}
		d, ok := opens(data[i:], braces)
		if !ok {
			i++
			continue
		}
		body := i + len(d.open)
		end := bytes.Index(data[body:], []byte(d.close))
		to := len(data)
		if end >= 0 {
			to = body + end + len(d.close)
		} else if d.open != "<?" {
			i++
			continue
		} else {
			end = len(data) - body
		}
		a := Action{From: i, To: to, Text: strings.TrimSpace(strings.Trim(string(data[body:body+end]), "-~")), Lang: d.open}
		a.Role = role(a)
		out = append(out, a)
		i = to
	}
	return out
}

func opens(b []byte, braces bool) (delimiter, bool) {
	for _, d := range delimiters {
		if !bytes.HasPrefix(b, []byte(d.open)) {
			continue
		}
		if d.open[0] == '{' && !braces {
			continue
		}
		if d.open == "<?" && bytes.HasPrefix(b, []byte("<?xml")) {
			continue
		}
		if d.open == "{#" && len(b) > 2 && (b[2] != ' ' && b[2] != '-') { // Svelte's {#if}, a selector
			continue
		}
		return d, true
	}
	return delimiter{}, false
}

// blade reads Laravel's @if (…), @else, @endif at the start of a line.
func blade(data []byte, i int) (Action, bool) {
	j := i - 1
	for j >= 0 && (data[j] == ' ' || data[j] == '\t') {
		j--
	}
	if j >= 0 && data[j] != '\n' {
		return Action{}, false
	}
	end := i + 1
	for end < len(data) && (data[end] >= 'a' && data[end] <= 'z' || data[end] >= 'A' && data[end] <= 'Z') {
		end++
	}
	word := string(data[i+1 : end])
	r, ok := bladeWords[word]
	if !ok {
		return Action{}, false
	}
	to := end
	if r != Close && word != "else" && word != "auth" && word != "guest" || to < len(data) && data[to] == '(' {
		if nl := bytes.IndexByte(data[end:], '\n'); nl >= 0 {
			to = end + nl
		} else {
			to = len(data)
		}
	}
	return Action{From: i, To: to, Text: string(data[i+1 : to]), Role: r, Lang: "@"}, true
}

var bladeWords = map[string]Role{
	"if": Open, "unless": Open, "auth": Open, "guest": Open, "isset": Open, "foreach": Open, "env": Open, "production": Open,
	"else": Else, "elseif": Else, "endif": Close, "endunless": Close, "endauth": Close, "endguest": Close, "endisset": Close,
	"endforeach": Close, "endenv": Close, "endproduction": Close, "include": Include, "includeIf": Include,
}

// role tells what an action does, by its language.
func role(a Action) Role {
	switch a.Lang {
	case "{{", "{{{":
		return roleBraces(a.Text)
	case "{%":
		return roleWord(a.Text)
	case "{#":
		return Code
	case "<%":
		return roleERB(a.Text)
	case "<?":
		return rolePHP(a.Text)
	}
	return Output
}

func roleBraces(text string) Role {
	switch {
	case strings.HasPrefix(text, "/*"), strings.HasPrefix(text, "!"):
		return Code
	case strings.HasPrefix(text, "#if"), strings.HasPrefix(text, "#unless"), strings.HasPrefix(text, "#each"), strings.HasPrefix(text, "#with"), strings.HasPrefix(text, "#"), strings.HasPrefix(text, "^"):
		return Open
	case strings.HasPrefix(text, "/"):
		return Close
	case strings.HasPrefix(text, ">"):
		return Include
	}
	r := roleWord(text)
	if r == Code && !strings.Contains(text, ":=") && !strings.HasPrefix(text, "break") && !strings.HasPrefix(text, "define") && !strings.HasPrefix(text, "set ") {
		return Output
	}
	return r
}

// roleWord reads the leading word of Go templates, Jinja, Twig, Liquid.
func roleWord(text string) Role {
	word, _, _ := strings.Cut(text, " ")
	switch word {
	case "if", "with", "range", "for", "unless", "block", "define", "autoescape", "case":
		return Open
	case "else", "elif", "elsif", "elseif":
		return Else
	case "end", "endif", "endfor", "endunless", "endwith", "endblock", "endautoescape", "endcase":
		return Close
	case "template", "include", "import", "render":
		return Include
	}
	return Code
}

func roleERB(text string) Role {
	switch {
	case strings.HasPrefix(text, "="), strings.HasPrefix(text, "-"), strings.HasPrefix(text, "=="):
		return Output
	case strings.HasPrefix(text, "#"), strings.HasPrefix(text, "%"):
		return Code
	}
	return roleCode(text)
}

func rolePHP(text string) Role {
	if strings.HasPrefix(text, "=") {
		return Output
	}
	text = strings.TrimSpace(strings.TrimPrefix(text, "php"))
	if strings.HasPrefix(text, "echo ") || strings.HasPrefix(text, "echo(") || strings.HasPrefix(text, "print ") || strings.HasPrefix(text, "esc_") {
		if !strings.Contains(text, "\n") || strings.Count(text, ";") <= 1 {
			return Output
		}
	}
	return roleCode(text)
}

// roleCode reads ERB, EJS and PHP code: if … :, else, end, } else {.
func roleCode(text string) Role {
	t := strings.TrimSpace(text)
	low := strings.ToLower(t)
	switch {
	case strings.HasPrefix(low, "} else"), strings.HasPrefix(low, "else"), strings.HasPrefix(low, "}else"), strings.HasPrefix(low, "elsif"):
		return Else
	case t == "}", t == "})", t == "});", low == "end", strings.HasPrefix(low, "endif"), strings.HasPrefix(low, "endforeach"):
		return Close
	case strings.HasPrefix(low, "if "), strings.HasPrefix(low, "if("), strings.HasPrefix(low, "unless "), strings.HasPrefix(low, "for"):
		if strings.HasSuffix(t, "{") || strings.HasSuffix(t, ":") || !strings.ContainsAny(t, "{;") {
			return Open
		}
	case strings.HasSuffix(low, " do"), strings.HasSuffix(low, "{"):
		return Open
	case strings.HasPrefix(low, "include"):
		return Include
	}
	return Code
}

// Mask blanks actions in a copy of data: what prints becomes Mark when marks is
// set, everything else spaces. drop tells stretches to blank as well.
func Mask(data []byte, actions []Action, marks bool, drop [][2]int) []byte {
	out := bytes.Clone(data)
	for _, a := range actions {
		fill(out[a.From:a.To], a.Role == Output && marks)
	}
	for _, d := range drop {
		fill(out[d[0]:d[1]], false)
	}
	return out
}

func fill(b []byte, mark bool) {
	for i, c := range b {
		switch {
		case mark && i < len(Mark):
			b[i] = Mark[i]
		case mark:
			b[i] = '_'
		case c != '\n' && c != '\r':
			b[i] = ' '
		}
	}
}

// Variants are the stretches to blank for each reading of a page's branches:
// first all first arms, then each else arm in place of its first arm.
func Variants(actions []Action) [][][2]int {
	type block struct {
		open  Action
		arms  [][2]int
		start int
	}
	var stack []block
	var blocks []block
	for _, a := range actions {
		switch a.Role {
		case Open:
			stack = append(stack, block{open: a, start: a.To})
		case Else:
			if n := len(stack); n > 0 {
				stack[n-1].arms = append(stack[n-1].arms, [2]int{stack[n-1].start, a.From})
				stack[n-1].start = a.To
			}
		case Close:
			if n := len(stack); n > 0 {
				b := stack[n-1]
				stack = stack[:n-1]
				b.arms = append(b.arms, [2]int{b.start, a.From})
				if len(b.arms) > 1 {
					blocks = append(blocks, b)
				}
			}
		}
	}
	var first [][2]int
	for _, b := range blocks {
		first = append(first, b.arms[1:]...)
	}
	out := [][][2]int{first}
	const most = 16
	for i, b := range blocks {
		for k := 1; k < len(b.arms) && len(out) < most; k++ {
			var drop [][2]int
			for i2, o := range blocks {
				keep := 0
				if i2 == i {
					keep = k
				} else if inside(b.arms[k], o.arms[1:]) >= 0 {
					keep = 1 + inside(b.arms[k], o.arms[1:])
				}
				for a := range o.arms {
					if a != keep {
						drop = append(drop, o.arms[a])
					}
				}
			}
			out = append(out, drop)
		}
	}
	return out
}

// inside is the index of the arm that holds in, or -1.
func inside(in [2]int, arms [][2]int) int {
	for i, a := range arms {
		if in[0] >= a[0] && in[1] <= a[1] {
			return i
		}
	}
	return -1
}

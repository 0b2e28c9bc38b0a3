package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// failText returns what a call puts into the text of an error: what the error is
// made of, or what ends the program.
func (l *logs) failText(n *node) []*node {
	args := n.args()
	switch {
	case n.recv() == nil && len(l.g.byName[n.name]) > 0:
		return errorText(n) // a function of this file, unless it is a class of errors
	case n.recv() == nil && failFuncs.Has(n.name), n.name == "completeError", n.recv().path() == "Future" && n.name == "error",
		n.recv() == nil && n.name == "error" && l.g.lang == kotlin:
		return args
	case checkFuncs.Has(n.name) && len(args) > 1 && (n.recv() == nil || static(n.recv())):
		return args[1:]
	}
	return errorText(n)
}

// static says whether a receiver is a class by its looks.
func static(recv *node) bool {
	name := lastPart(recv.path())
	return name != "" && name[0] >= 'A' && name[0] <= 'Z'
}

// errorText returns the arguments of a call that makes an error, in the ways of
// the five languages: IllegalStateException(…), ArgumentError.value(…),
// [NSException raise:…], NSError(domain:…, userInfo:…). Of a case of an enum of
// errors only what is a text counts: the value in it need not be printed.
func errorText(n *node) []*node {
	n = n.deref()
	if n == nil || n.op != opCall {
		return nil
	}
	if errorClass(n.name) {
		return n.args()
	}
	recv := n.recv()
	if recv == nil || !errorClass(lastPart(recv.path())) {
		return nil
	}
	if errorMakers.Has(n.name) {
		return n.args()
	}
	var out []*node
	for _, a := range n.args() {
		if a.op == opString || a.op == opBinary && a.name == "+" {
			out = append(out, a)
		}
	}
	return out
}

// errorClass says whether a name is that of a class of errors.
func errorClass(name string) bool {
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	return strings.HasSuffix(name, "Exception") || strings.HasSuffix(name, "Error") || name == "Throwable"
}

// maps are the maps among some arguments.
func maps(args []*node) []*node {
	var out []*node
	for _, a := range args {
		if a.op == opMap {
			out = append(out, a)
		}
	}
	return out
}

// url judges a text that puts a value into the query of a URL.
func (l *logs) url(n *node, f *fn) {
	if n.op == opBinary && n.name != "+" || n.op == opString && n.plain {
		return
	}
	l.query(parts(n), f, false)
}

// parts are the pieces that a text is put together of.
func parts(n *node) []*node {
	switch n = n.deref(); {
	case n == nil:
		return nil
	case n.op == opBinary && n.name == "+" && len(n.kids) == 2:
		return append(parts(n.kids[0]), parts(n.kids[1])...)
	case n.op == opCall && (n.name == "stringByAppendingString" || n.name == "concat" || n.name == "plus") && n.recv() != nil && len(n.args()) == 1:
		return append(parts(n.recv()), parts(n.args()[0])...)
	case n.op == opString && !n.plain:
		var out []*node
		for _, k := range n.kids {
			out = append(out, parts(k)...)
		}
		return out
	}
	return []*node{n}
}

// query reports the pieces that stand where the value of a query parameter
// does. Where it is known to be a query, it has no question mark.
func (l *logs) query(pieces []*node, f *fn, known bool) {
	before := ""
	if known {
		before = "?"
	}
	for _, p := range pieces {
		if p.op == opString && p.plain {
			before += p.name
			continue
		}
		if queryTail(before) {
			l.inQuery(p, f)
		}
		before += "\x00"
	}
}

// inQuery reports a value in the query of a URL.
func (l *logs) inQuery(p *node, f *fn) {
	if what := l.leak(p, f, 0); what != "" {
		l.res.Findings = append(l.res.Findings, finding.Finding{Rule: "secretlog", Severity: finding.High, Confidence: finding.ConfidenceHigh, Place: l.g.place(p),
			Message: what + " goes into the query of a URL, which servers and proxies log; send it in a header or a body"})
	}
}

// queryTail says whether a text ends where the value of a query parameter
// begins.
func queryTail(s string) bool {
	i := strings.LastIndexAny(s, "?&")
	if i < 0 || !strings.HasSuffix(s, "=") || s[i] == '&' && !strings.Contains(s, "?") {
		return false
	}
	name := s[i+1 : len(s)-1]
	return name != "" && !strings.ContainsAny(name, " =/<>\x00\"'")
}

// format judges String.format("https://…?jwt=%s", jwt) and its kin.
func (l *logs) format(n *node, f *fn) {
	if pieces := parts(n); len(pieces) > 1 {
		l.query(pieces, f, false)
	}
	if !formatCalls.Has(n.name) {
		return
	}
	args := n.args()
	if r := n.recv().deref(); r != nil && r.op == opString {
		args = append([]*node{r}, args...) // "…".format(jwt)
	}
	for len(args) > 0 && (args[0].op != opString || !args[0].plain) {
		args = args[1:] // a locale
	}
	if len(args) < 2 {
		return
	}
	text, values := args[0].name, args[1:]
	for i := 0; i < len(text) && len(values) > 0; i++ {
		if text[i] != '%' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '%' {
			i++
			continue
		}
		if queryTail(text[:i]) {
			l.inQuery(values[0], f)
		}
		values = values[1:]
	}
}

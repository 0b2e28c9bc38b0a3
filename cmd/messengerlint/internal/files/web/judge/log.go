package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// findLogs is the rule secretlog: a secret or a proof in a log, an error text,
// a URL or an analytics call.
func (j *judge) findLogs() {
	for _, c := range j.calls {
		switch where := j.logSink(c); where {
		case "":
		case "an error text":
			at := 0
			if checks[lastName(c.X)] {
				at = 1 // assert(condition, text)
			}
			if len(c.List) > at {
				j.logged(c.List[at], where)
			}
		default:
			args := c.List
			if lastName(c.X) == "assert" && len(args) > 0 {
				args = args[1:]
			}
			for _, a := range args {
				j.logged(a, where)
			}
		}
		j.queryCall(c)
	}
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		switch n.Kind {
		case tree.Template, tree.Binary:
			j.queryText(n)
			return n.Kind != tree.Binary || n.Op != "+"
		}
		return true
	})
}

func (j *judge) logged(a *tree.Node, where string) {
	h, ok := j.search(j.flow.Eval(a, nil), true, 0)
	if !ok {
		h, ok = j.printed(a)
	}
	if !ok {
		return
	}
	what := "the Messenger secret " + h.name
	advice := "log that it is set, not what it is"
	if h.what != "secret" {
		what = "the Messenger " + h.what + " " + h.name
		if strings.HasPrefix(h.name, "the Messenger ") {
			what = h.name
		}
		advice = "leave it out, it lets others act as the user"
	}
	j.report("secretlog", finding.High, h.conf, a, what+" goes into "+where+"; "+advice, j.hops(h.v)...)
}

var (
	logMethods = set("log", "info", "warn", "error", "debug", "trace", "dir", "table", "fatal", "verbose", "notice", "silly", "http", "warning", "assert")
	logOwners  = set("console", "logger", "log", "winston", "pino", "Logger", "_logger", "consola", "$log", "Log", "bunyan", "signale", "LOG", "logging")
	trackers   = map[string]string{"track": "an analytics call", "capture": "an analytics call", "logEvent": "an analytics call", "captureMessage": "an error report",
		"addBreadcrumb": "an error report", "setContext": "an error report", "setExtra": "an error report", "captureException": "an error report", "recordError": "an error report", "addAction": "an analytics call",
		"setAttribute": "an error report", "setAttributes": "an error report", "log": "an error report", "leaveBreadcrumb": "an error report", "notify": "an error report",
		"setUserProperty": "an analytics call"}
	trackOwners = set("analytics", "posthog", "mixpanel", "amplitude", "Sentry", "rudderanalytics", "heap", "gtag", "Bugsnag", "crashlytics", "datadogRum", "LogRocket", "rollbar")
	checks      = set("assert", "invariant", "ok")
	// getters take what they are given into the query of a URL, in one of queryFields.
	getters     = set("get", "delete", "head", "post", "put", "patch", "request", "axios", "ky", "got", "$fetch", "ofetch", "useFetch")
	queryFields = set("params", "searchParams", "query")
)

// logSink says what kind of sink a call or new is, or "".
func (j *judge) logSink(c *tree.Node) string {
	name := lastName(c.X)
	if c.Kind == tree.New {
		if strings.HasSuffix(name, "Error") || name == "HTTPException" || strings.HasSuffix(name, "Exception") {
			return "an error text"
		}
		return ""
	}
	if checks[name] && c.X.Kind == tree.Ident {
		return "an error text"
	}
	if name == "createError" || name == "Error" && c.X.Kind == tree.Ident {
		return "an error text"
	}
	if name == "alert" && c.X.Kind == tree.Ident {
		return "an alert"
	}
	if c.X == nil || c.X.Kind != tree.Member {
		return ""
	}
	owner := ""
	if c.X.X != nil {
		owner = c.X.X.Name
		if c.X.X.Kind == tree.Call { // log.child().info
			owner = lastName(c.X.X.X)
			if c.X.X.X != nil && c.X.X.X.Kind == tree.Member && c.X.X.X.Name != "default" && !trackOwners[owner] {
				owner = lastName(c.X.X.X.X)
			}
		}
	}
	if logMethods[name] && (logOwners[owner] || strings.HasSuffix(strings.ToLower(owner), "logger")) {
		if owner == "console" {
			return "the console"
		}
		return "a log"
	}
	if where, ok := trackers[name]; ok && trackOwners[owner] {
		return where
	}
	return ""
}

// queryText reports a proof or secret that is written behind "?name=" in a text.
func (j *judge) queryText(n *tree.Node) {
	if n.Kind == tree.Binary && n.Op != "+" {
		return
	}
	v := j.flow.Eval(n, nil)
	if v.Kind != flow.Joined {
		return
	}
	before := ""
	for _, p := range v.Alts {
		if s, ok := p.Const(); ok {
			before += s
			continue
		}
		if queryTail(before) {
			if h, ok := j.search(p, true, 1); ok {
				at := n
				what := "the Messenger " + h.what
				j.report("secretlog", finding.High, h.conf, at, what+" goes into the query of a URL, which logs and histories keep; send it in a body or a header", j.hops(h.v)...)
				return
			}
		}
		before += "\x00"
	}
}

// queryTail says whether a text ends where a query parameter's value begins.
func queryTail(s string) bool {
	i := strings.LastIndexAny(s, "?&")
	if i < 0 || !strings.HasSuffix(s, "=") {
		return false
	}
	if s[i] == '&' && !strings.Contains(s, "?") {
		return false
	}
	name := s[i+1 : len(s)-1]
	return name != "" && !strings.ContainsAny(name, " =/<>\x00\"'")
}

// queryCall reports url.searchParams.set(name, proof), new URLSearchParams({…})
// and axios' params.
func (j *judge) queryCall(c *tree.Node) {
	var args []*tree.Node
	switch name := lastName(c.X); {
	case (name == "set" || name == "append") && c.X.Kind == tree.Member && c.X.X != nil && len(c.List) == 2 &&
		(c.X.X.Name == "searchParams" || j.isMade(c.X.X, "URLSearchParams")):
		args = c.List[1:]
	case c.Kind == tree.New && name == "URLSearchParams" && len(c.List) == 1 && !j.inBody(c):
		args = c.List
	case getters[name], (name == "push" || name == "replace") && strings.HasSuffix(strings.ToLower(ownerName(c)), "router"):
		args = queryArgs(c)
	}
	for _, a := range args {
		if h, ok := j.search(j.flow.Eval(a, nil), true, 1); ok {
			j.report("secretlog", finding.High, h.conf, a, "the Messenger "+h.what+" goes into the query of a URL, which logs and histories keep; send it in a body or a header", j.hops(h.v)...)
		}
	}
}

// ownerName is the name of what a method is called on.
func ownerName(c *tree.Node) string {
	if c.X == nil || c.X.Kind != tree.Member {
		return ""
	}
	return lastName(c.X.X)
}

// queryArgs are what a call such as axios.get(url, {params: {…}}) writes into the
// query of its URL.
func queryArgs(c *tree.Node) []*tree.Node {
	var out []*tree.Node
	for _, a := range c.List {
		if a.Kind != tree.Object {
			continue
		}
		for _, p := range a.List {
			if p.Kind == tree.Prop && queryFields[p.Name] && p.X != nil && p.X.Kind == tree.Object {
				out = append(out, p.X)
			}
		}
	}
	return out
}

func (j *judge) isMade(n *tree.Node, class string) bool {
	v := j.flow.Eval(n, nil)
	return v.Kind == flow.Made && v.Callee != nil && v.Callee.Text == class && len(v.Path) == 0 && !j.inBody(v.Node)
}

// inBody says whether a URLSearchParams is the body of a request.
func (j *judge) inBody(n *tree.Node) bool {
	return j.dests(n, func(d dest) bool { return d.name == "body" || d.name == "data" || d.kind == "arg" && d.name == "post" })
}

package judge

import (
	"regexp"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// printed says whether a template action prints a secret or a proof into an
// argument: console.log({{.IntercomJWT}}).
func (j *judge) printed(a *tree.Node) (held, bool) {
	var found held
	ok := false
	tree.Walk(a, func(n *tree.Node) bool {
		if ok || n.Kind == tree.Call || n.Kind == tree.Func {
			return false
		}
		marked := strings.HasPrefix(n.Name, page.Mark) || strings.Contains(n.Text, page.Mark) || strings.Contains(strings.Join(n.Parts, " "), page.Mark)
		if !marked || n.Off >= len(j.File.Data) {
			return true
		}
		end := n.End
		if end <= n.Off || end > len(j.File.Data) { // not known: the line has it
			end = n.Off + len(j.File.Data[n.Off:])
			if nl := strings.IndexByte(string(j.File.Data[n.Off:]), '\n'); nl >= 0 {
				end = n.Off + nl
			}
		}
		actions := page.Actions(j.File.Data[n.Off:end], true)
		if n.Kind == tree.Ident && len(actions) > 1 {
			actions = actions[:1] // the others on the line are other values
		}
		for _, act := range actions {
			if found, ok = j.prints(act); ok {
				break
			}
		}
		return !ok
	})
	return found, ok
}

var actionName = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*(?:[.][A-Za-z_][A-Za-z0-9_]*)*`)

// prints judges an action by the one name that it prints, alone or quoted for a
// script.
func (j *judge) prints(a page.Action) (held, bool) {
	if a.Role != page.Output {
		return held{}, false
	}
	value, pipe, piped := strings.Cut(strings.TrimLeft(a.Text, "= "), "|")
	value = strings.TrimSpace(value)
	if piped && !quoting[strings.TrimSpace(pipe)] {
		return held{}, false
	}
	name := strings.TrimLeft(value, ".$@")
	if name == "" || actionName.FindString(name) != name {
		return held{}, false
	}
	if j.secretName(name) > messenger.WeakName {
		return held{what: "secret", name: name, conf: finding.ConfidenceHigh}, true
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	if kind, strong := messenger.ProofName(last); kind != messenger.NoProof && (strong || j.own) {
		return held{what: kind.String(), name: name, conf: finding.ConfidenceMedium}, true
	}
	return held{}, false
}

// quoting are filters that only make a value fit into a script.
var quoting = map[string]bool{
	"js": true, "safe": true, "tojson": true, "json": true, "toJSON": true, "toJson": true, "jsonify": true, "escapejs": true, "raw": true, "html": true, "printf \"%q\"": true,
}

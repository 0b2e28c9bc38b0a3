package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// parser keeps the first mistake; nothing is read after it.
type parser struct {
	file  string
	out   *Config
	rules []string // of the suite
	err   error
}

func (p *parser) fail(n *yaml.Node, format string, args ...any) {
	if p.err == nil {
		for i, arg := range args {
			// A key that was put at the wrong name is not repeated in a log.
			if text, ok := arg.(string); ok && messenger.Shape(text) != messenger.NoShape {
				args[i] = "…"
			}
		}
		p.err = fmt.Errorf("%s:%d: %s", p.file, n.Line, fmt.Sprintf(format, args...))
	}
}

// syntaxText drops the library's name from its errors.
func syntaxText(err error) string {
	return "is not valid YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")
}

func (p *parser) mapping(root *yaml.Node) {
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return // comments only
	}
	keys := Keys()
	var names []string
	for _, k := range keys {
		names = append(names, k.Name)
	}
	p.pairs(root, names, "setting", func(key string, at, val *yaml.Node) {
		k := keys[slices.Index(names, key)]
		v := p.value(k, val)
		if p.err == nil {
			p.out.Lines[key] = at.Line
			k.set(p.out, v)
		}
	})
}

// pairs walks a mapping with known keys.
func (p *parser) pairs(n *yaml.Node, known []string, what string, visit func(key string, at, val *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		p.fail(n, "expected settings of the form name: value")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && p.err == nil; i += 2 {
		at, val := n.Content[i], n.Content[i+1]
		key := at.Value
		switch {
		case at.Kind != yaml.ScalarNode || !slices.Contains(known, key):
			p.fail(at, "unknown %s %q%s", what, key, suggest.DidYouMean("", key, known))
		case seen[key]:
			p.fail(at, "%s is set twice", key)
		default:
			seen[key] = true
			visit(key, at, val)
		}
	}
}

func (p *parser) value(k Key, n *yaml.Node) (v value) {
	switch k.kind {
	case kindWord:
		v.text = p.text(k.Name, n)
		p.word(k, n, v.text)
	case kindSpan:
		v.text = p.text(k.Name, n)
		if d := span(v.text); p.err == nil && d <= 0 {
			p.fail(n, "%s is %q; give a duration above zero, such as 24h or 90m", k.Name, v.text)
		}
	case kindBool:
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
			p.fail(n, "%s must be true or false", k.Name)
		}
		v.yes = n.Value == "true"
	case kindExcludes:
		v.excludes = p.excludes(n)
	default:
		v.list = p.list(k, n)
	}
	return v
}

func (p *parser) text(key string, n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || n.Value == "" {
		p.fail(n, "%s needs a value", key)
	}
	return n.Value
}

func (p *parser) word(k Key, n *yaml.Node, word string) {
	if p.err == nil && !slices.Contains(k.words, word) {
		p.fail(n, "%s is %q; it must be one of %s", k.Name, word, strings.Join(k.words, ", "))
	}
}

func (p *parser) list(k Key, n *yaml.Node) []string {
	if n.Kind != yaml.SequenceNode {
		p.fail(n, "%s must be a list: [a, b], or one line each with a dash before it", k.Name)
		return nil
	}
	out := []string{}
	for _, item := range n.Content {
		text := p.text(k.Name, item)
		if p.err != nil {
			return nil
		}
		switch k.kind {
		case kindRules:
			p.rule(item, strings.TrimPrefix(text, "-"))
		case kindWords:
			p.word(k, item, text)
		case kindFuncs:
			if !funcName().MatchString(text) {
				p.fail(item, "%s: %q is no full name of a Go function; write it as example.com/auth.UserID or (*example.com/auth.Session).UserID", k.Name, text)
			}
		}
		out = append(out, text)
	}
	return out
}

// funcName is the form of (*types.Func).FullName.
var funcName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\(\*?[\w.~/-]+\.\w+\)\.\w+|[\w.~/-]+\.\w+)$`) })

func (p *parser) rule(n *yaml.Node, name string) {
	if !slices.Contains(p.rules, name) {
		p.fail(n, "unknown rule %q%s; messengerlint -list shows the rules", name, suggest.DidYouMean("", name, p.rules))
	}
}

func (p *parser) excludes(n *yaml.Node) []Exclude {
	if n.Kind != yaml.SequenceNode {
		p.fail(n, "exclude must be a list of entries with path and reason")
		return nil
	}
	var out []Exclude
	for _, item := range n.Content {
		x := Exclude{Line: item.Line}
		p.pairs(item, []string{"path", "reason", "rules"}, "key of exclude", func(key string, _, val *yaml.Node) {
			switch key {
			case "path":
				x.Path = strings.TrimPrefix(p.text(key, val), "./")
			case "reason":
				x.Reason = strings.TrimSpace(p.text(key, val))
			case "rules":
				x.Rules = p.list(Key{Name: key, kind: kindRules}, val)
			}
		})
		switch {
		case p.err != nil:
			return nil
		case x.Path == "":
			p.fail(item, "an entry of exclude has no path")
		case x.Reason == "":
			p.fail(item, "exclude of %s gives no reason; say why its findings do not count", x.Path)
		case strings.HasPrefix(x.Path, "/") || slices.Contains(strings.Split(x.Path, "/"), ".."):
			p.fail(item, "exclude: %s must lie below the folder of this file", x.Path)
		}
		out = append(out, x)
	}
	return out
}

func span(text string) time.Duration {
	d, err := time.ParseDuration(text)
	if err != nil {
		return 0
	}
	return d
}

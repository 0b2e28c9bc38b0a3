package config

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// yamlPairs reads all documents of a file. ok is false when the file is no
// YAML (a Helm template, say); what was read before still counts.
func yamlPairs(data []byte) (pairs []pair, ok bool) {
	defer func() {
		// The parser is known to panic on hostile input.
		if recover() != nil {
			ok = false
		}
	}()
	y := yamlReader{src: string(data), lines: lineStarts(data)}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var doc yaml.Node
		if err := dec.Decode(&doc); err != nil {
			return y.pairs, errors.Is(err, io.EOF)
		}
		if len(doc.Content) == 1 {
			root := doc.Content[0]
			y.secret = scalarAt(root, "kind") == "Secret"
			y.walk(root, nil, 0)
		}
	}
}

type yamlReader struct {
	src    string
	lines  []int
	pairs  []pair
	secret bool // the document is a Kubernetes Secret
}

// maxDepth bounds nesting; deeper levels hold no configuration.
const maxDepth = 100

func scalarAt(m *yaml.Node, key string) string {
	if m.Kind != yaml.MappingNode {
		return ""
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key && m.Content[i+1].Kind == yaml.ScalarNode {
			return m.Content[i+1].Value
		}
	}
	return ""
}

func (y *yamlReader) walk(n *yaml.Node, path []string, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		y.named(n, path)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, val := n.Content[i], n.Content[i+1]
			y.walkValue(key, val, append(path, key.Value), depth)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if item.Kind == yaml.ScalarNode {
				y.assignment(item, path)
				continue
			}
			y.walk(item, path, depth+1)
		}
	}
}

func (y *yamlReader) walkValue(key, val *yaml.Node, path []string, depth int) {
	if val.Kind != yaml.ScalarNode {
		y.walk(val, path, depth+1)
		return
	}
	if name := strings.Join(path, "."); mentions(name) {
		y.add(name, key, val, plain, y.secret && path[0] == "data")
	}
}

// assignment reads "NAME=value" in a list, as in compose's environment.
func (y *yamlReader) assignment(item *yaml.Node, path []string) {
	name, value, ok := strings.Cut(item.Value, "=")
	if !ok || !mentions(name) || strings.ContainsAny(name, " \t") {
		return
	}
	start, end := y.span(item)
	at := strings.Index(y.src[start:end], name+"=")
	if at < 0 || !strings.HasPrefix(y.src[start+at+len(name)+1:], value) {
		return
	}
	at += start
	y.pairs = append(y.pairs, pair{name: name, nameAt: at, value: value, at: at + len(name) + 1, end: at + len(name) + 1 + len(value)})
}

// nameKeys and valueKeys are how lists of settings write their two columns:
// Kubernetes, CloudFormation, ECS, Azure, Terraform.
var (
	nameKeys  = []string{"name", "Name", "key", "Key", "ParameterKey", "OptionName", "variable", "envVar"}
	valueKeys = []string{"value", "Value", "default", "ParameterValue", "content"}
)

// named reads a mapping that has a name and a value.
func (y *yamlReader) named(n *yaml.Node, path []string) {
	var name, value *yaml.Node
	var nameKey string
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i].Value, n.Content[i+1]
		if v.Kind != yaml.ScalarNode {
			continue
		}
		if name == nil && in(nameKeys, k) {
			name, nameKey = v, k
		}
		if value == nil && in(valueKeys, k) {
			value = v
		}
	}
	if name == nil || value == nil || !mentions(name.Value) {
		return
	}
	from := plain
	if nameKey == "name" && len(path) > 0 && path[len(path)-1] == "env" {
		from = k8sEnv
	}
	y.add(name.Value, name, value, from, false)
}

func in(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func (y *yamlReader) add(name string, key, val *yaml.Node, from origin, base64Data bool) {
	nameAt, _ := y.span(key)
	p := pair{name: name, nameAt: nameAt, origin: from}
	start, end := y.span(val)
	written := strings.TrimSpace(val.Value)
	quoted := val.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
	p.quoted = quoted || val.Tag == "!!null"
	at := strings.Index(y.src[start:end], written)
	if written == "" || at < 0 {
		if written != "" { // escapes or folding: the place of the scalar will do
			p.value, p.at, p.end = written, start, end
		}
		y.pairs = append(y.pairs, p)
		return
	}
	p.at = start + at
	p.end = p.at + len(written)
	p.value = written
	if base64Data || val.Tag == "!!binary" {
		plainText, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(written), ""))
		if err != nil {
			return
		}
		p.value, p.decoded = strings.TrimSpace(string(plainText)), true
	}
	y.pairs = append(y.pairs, p)
}

// span is where a scalar is written: from its mark to the end of the line, or
// of the block for literal and folded ones.
func (y *yamlReader) span(n *yaml.Node) (start, end int) {
	if n.Line < 1 || n.Line > len(y.lines) {
		return 0, 0
	}
	start = y.lines[n.Line-1]
	// The column counts characters.
	for c := 1; c < n.Column && start < len(y.src) && y.src[start] != '\n'; c++ {
		start += runeLen(y.src[start:])
	}
	end = lineEnd(y.src, start)
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		end = min(len(y.src), start+len(n.Value)*2+200)
	}
	return start, end
}

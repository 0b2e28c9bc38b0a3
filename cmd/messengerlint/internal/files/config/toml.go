package config

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// tomlPairs reads a TOML file; ok is false where it stops being TOML.
func tomlPairs(data []byte) (pairs []pair, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	var (
		p     unstable.Parser
		table string
	)
	p.Reset(data)
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table, _ = tomlKey(e)
		case unstable.KeyValue:
			pairs = tomlValue(&p, pairs, table, e)
		}
	}
	return pairs, p.Error() == nil
}

// tomlKey joins a dotted key; at is where its last part is written.
func tomlKey(n *unstable.Node) (name string, at int) {
	var parts []string
	for it := n.Key(); it.Next(); {
		parts = append(parts, string(it.Node().Data))
		at = int(it.Node().Raw.Offset)
	}
	return strings.Join(parts, "."), at
}

func tomlValue(p *unstable.Parser, pairs []pair, table string, kv *unstable.Node) []pair {
	name, at := tomlKey(kv)
	if table != "" {
		name = table + "." + name
	}
	v := kv.Value()
	if v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				pairs = tomlValue(p, pairs, name, it.Node())
			}
		}
		return pairs
	}
	if v.Kind != unstable.String || !mentions(name) {
		return pairs
	}
	raw := string(p.Raw(v.Raw))
	start := int(v.Raw.Offset)
	value := string(v.Data)
	if i := strings.Index(raw, value); i >= 0 && value != "" {
		return append(pairs, pair{name: name, nameAt: at, value: value, at: start + i, end: start + i + len(value), quoted: true})
	}
	return append(pairs, pair{name: name, nameAt: at, quoted: true})
}

package hardcodedsecret

import (
	"go/ast"
	"reflect"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// defaultKeys are struct tag keys whose value is a field's default.
var defaultKeys = []string{"default", "envDefault", "env-default"}

// optionKeys are struct tag keys that may carry "default=…" or "default:…"
// among comma separated options (go-envconfig, go-env, conf, go-zero).
var optionKeys = []string{"env", "conf", "json", "kong", "arg"}

// nameKeys are struct tag keys that name what a field is read from.
var nameKeys = []string{"env", "envconfig", "mapstructure", "koanf", "yaml", "json", "toml", "name", "long"}

// tags binds the defaults in the tags of a struct to its fields.
func (b *binder) tags(n *ast.StructType) {
	for _, f := range n.Fields.List {
		if f.Tag == nil || len(f.Names) == 0 {
			continue
		}
		raw, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		tag := reflect.StructTag(raw)
		def := tagDefault(tag)
		if def == "" {
			continue
		}
		name := f.Names[0].Name
		for _, key := range nameKeys {
			val, _, _ := strings.Cut(tag.Get(key), ",")
			if messenger.SecretName(val) > messenger.SecretName(name) {
				name = val
			}
		}
		b.judge(name, def, f.Tag.Pos(), "in the tag of")
	}
}

func tagDefault(tag reflect.StructTag) string {
	for _, key := range defaultKeys {
		if v := tag.Get(key); v != "" {
			return v
		}
	}
	for _, key := range optionKeys {
		for opt := range strings.SplitSeq(tag.Get(key), ",") {
			opt = strings.TrimSpace(opt)
			for _, mark := range []string{"default=", "default:"} {
				if v, ok := strings.CutPrefix(opt, mark); ok {
					return strings.Trim(v, "'")
				}
			}
		}
	}
	return ""
}

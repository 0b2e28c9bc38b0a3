package hardcodedsecret

import (
	"go/ast"
	"reflect"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
)

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
		def := model.TagDefault(tag)
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

package model

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"github.com/messengerlint/messengerlint/internal/trace"
)

// configTags are the struct tag keys by which configuration libraries fill a
// field. json and yaml alone are not among them: many structs have them.
var configTags = []string{"env", "envconfig", "mapstructure", "koanf", "conf", "arg", "long", "ini", "toml", "split_words", "envDefault"}

// requiredTags are the marks by which these libraries refuse an empty field.
var requiredTags = []struct{ key, word string }{
	{"required", "true"}, {"env-required", "true"}, {"env", "required"}, {"env", "notEmpty"}, {"envconfig", "required"},
	{"conf", "required"}, {"arg", "required"}, {"validate", "required"}, {"binding", "required"}, {"valid", "required"},
	{"validate", "min"}, {"validate", "len"},
}

// ConfigTag says whether a field is filled by a configuration library, by its tag.
func (r *Result) ConfigTag(v *trace.Value) bool {
	tag := r.tagOf(v.Var)
	for _, key := range configTags {
		if _, ok := tag.Lookup(key); ok {
			return true
		}
	}
	return false
}

// RequiredTag says whether a field's tag makes its library refuse an empty value.
func (r *Result) RequiredTag(v *trace.Value) bool {
	tag := r.tagOf(v.Var)
	for _, t := range requiredTags {
		val, ok := tag.Lookup(t.key)
		if !ok {
			continue
		}
		if strings.Contains(val, t.word) {
			return true
		}
	}
	return kongRequired(tag)
}

// kongRequired says whether kong demands a field: its tags are flags that need
// no value. envconfig reads the same key as a boolean, and "" is false there.
func kongRequired(tag reflect.StructTag) bool {
	val, ok := tag.Lookup("required")
	_, other := tag.Lookup("envconfig")
	return ok && val == "" && !other
}

// tagOf finds the tag of a struct field through the types of its package.
func (r *Result) tagOf(f *types.Var) reflect.StructTag {
	if f == nil || f.Pkg() == nil || !f.IsField() {
		return ""
	}
	if r.tags == nil {
		r.tags = map[*types.Package]map[*types.Var]reflect.StructTag{}
	}
	byField, ok := r.tags[f.Pkg()]
	if !ok {
		byField = map[*types.Var]reflect.StructTag{}
		r.tags[f.Pkg()] = byField
		if f.Pkg() == r.pass.Pkg {
			r.writtenTags(byField)
		} else {
			collectTags(f.Pkg(), byField)
		}
	}
	return byField[f]
}

// writtenTags collects the tags of all structs that the package writes down,
// those in functions too.
func (r *Result) writtenTags(out map[*types.Var]reflect.StructTag) {
	for _, f := range r.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			x, ok := n.(*ast.StructType)
			if !ok {
				return true
			}
			s, ok := r.pass.TypesInfo.TypeOf(x).(*types.Struct)
			for i := 0; ok && i < s.NumFields(); i++ {
				if s.Tag(i) != "" {
					out[s.Field(i)] = reflect.StructTag(s.Tag(i))
				}
			}
			return true
		})
	}
}

func collectTags(pkg *types.Package, out map[*types.Var]reflect.StructTag) {
	var visit func(s *types.Struct, depth int)
	visit = func(s *types.Struct, depth int) {
		for i := range s.NumFields() {
			f := s.Field(i)
			if s.Tag(i) != "" {
				out[f] = reflect.StructTag(s.Tag(i))
			}
			if inner, ok := f.Type().(*types.Struct); ok && depth < 8 {
				visit(inner, depth+1)
			}
		}
	}
	for _, name := range pkg.Scope().Names() {
		if tn, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
			if s, ok := tn.Type().Underlying().(*types.Struct); ok {
				visit(s, 0)
			}
		}
	}
}

// KeyNames lists the names that a key goes by.
func (r *Result) KeyNames(key *trace.Value) []string {
	var out []string
	for _, n := range r.keyNames(key) {
		out = append(out, n.text)
	}
	return out
}

// tagName is the name under which a configuration library reads a field.
func (r *Result) tagName(v *trace.Value) string {
	tag := r.tagOf(v.Var)
	for _, key := range configTags {
		if val, ok := tag.Lookup(key); ok {
			name, _, _ := strings.Cut(val, ",")
			if name = strings.TrimPrefix(strings.TrimSpace(name), "env:"); name != "" {
				return name
			}
		}
	}
	return ""
}

package model

import (
	"go/constant"
	"reflect"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// defaultKeys are struct tag keys whose value is a field's default.
var defaultKeys = []string{"default", "envDefault", "env-default"}

// optionKeys are struct tag keys that may carry "default=…" or "default:…"
// among comma separated options (go-envconfig, go-env, conf, go-zero).
var optionKeys = []string{"env", "conf", "json", "kong", "arg"}

// TagDefault returns the default that a struct tag gives its field, or "".
func TagDefault(tag reflect.StructTag) string {
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

// Moment folds arithmetic on times, with the defaults of settings. The caller
// holds Lock.
func (r *Result) Moment(v *trace.Value) trace.Moment {
	return trace.MomentOf(v, r.setDefault)
}

// setDefault is the default of a setting that its reader does not name: in the
// tag of a field, or set beforehand for a name.
func (r *Result) setDefault(v *trace.Value) *trace.Value {
	switch v.Kind {
	case trace.Select:
		return defaultValue(TagDefault(r.tagOf(v.Var)), v)
	case trace.Source:
		if v.Source == catalog.Config {
			return r.Engine().SetDefault(v.SourceName())
		}
	}
	return nil
}

// defaultValue is the default of a field: a span, or a number.
func defaultValue(text string, v *trace.Value) *trace.Value {
	if text == "" {
		return nil
	}
	out := &trace.Value{Kind: trace.Const, Class: v.Class, Type: v.Type, Pos: v.Pos, Place: v.Place, Const: constant.MakeString(text)}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		out.Const = constant.MakeInt64(n)
		return out
	}
	out.Class = trace.TypeString
	return out
}

package wrongkey

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// samePlatformKey reports a literal that gives one secret to fields or keys that
// are named for different platforms: each platform has a secret of its own
// (https://intercom.com/help/en/articles/7946881-troubleshooting-identity-verification).
func samePlatformKey(pass *rule.Pass) {
	defer pass.Model.Lock()()
	e := pass.Model.Engine()
	for _, fn := range e.Funcs() {
		seen := map[shared]string{}
		said := map[ssa.Value]bool{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				obj, val, name := written(e, instr)
				platform := messenger.Platform(name)
				if obj == nil || platform == "" || said[obj] {
					continue
				}
				key := sharedValue(e, obj, val, instr)
				first, ok := seen[key]
				if !ok {
					seen[key] = platform
					continue
				}
				if first == platform || !pass.Model.IsSecret(e.Use(val, instr)) {
					continue
				}
				said[obj] = true
				pass.At(e.LiteralPos(obj), rule.Report{
					Message: "one secret is used for " + first + " and " + platform + ", and each platform has a secret of its own; read the secret of " + platform,
				})
			}
		}
	}
}

// shared is a value that is written to an object, or the setting that it is read
// from.
type shared struct {
	obj, val ssa.Value
	setting  string
}

func sharedValue(e *trace.Engine, obj, val ssa.Value, at ssa.Instruction) shared {
	v := e.Use(val, at).Plain()
	for v.Kind == trace.Apply && len(v.Args) == 1 {
		v = v.Args[0].Plain()
	}
	if v.Kind == trace.Source && v.SourceName() != v.Name && v.SourceName() != "" {
		return shared{obj: obj, setting: sourceWord(v.Source) + " " + v.SourceName()}
	}
	return shared{obj: obj, val: val}
}

// written returns what an instruction writes to which object, under which name.
func written(e *trace.Engine, instr ssa.Instruction) (obj, val ssa.Value, name string) {
	switch instr := instr.(type) {
	case *ssa.Store:
		fa, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok || !textual(instr.Val.Type()) {
			return nil, nil, ""
		}
		if f, _ := trace.FieldOf(fa); f != nil {
			return e.Root(fa.X), bare(instr.Val), f.Name()
		}
	case *ssa.MapUpdate:
		if !textual(instr.Value.Type()) {
			return nil, nil, ""
		}
		if key, ok := e.Use(instr.Key, instr).Text(); ok {
			return e.Root(instr.Map), bare(instr.Value), key
		}
	}
	return nil, nil, ""
}

// bare removes the conversions around a value: []byte(web) is web.
func bare(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		default:
			return v
		}
	}
}

func textual(t types.Type) bool {
	c := trace.ClassOf(t)
	return c == trace.TypeString || c == trace.TypeBytes
}

package model

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// holdsProof says whether anything in a value is named for a proof: whatever
// reads the JSON may put it beside the settings.
func holdsProof(v *trace.Value) bool {
	found := false
	v.Walk(func(x *trace.Value) bool {
		if x.Kind == trace.Proof {
			found = true
		}
		if x.Kind != trace.Object {
			return !found
		}
		for _, s := range x.Obj.Slots {
			if !allEmpty(s.Value) && proofWord(s.Name) || !allEmpty(s.Value) && proofWord(s.JSON) {
				found = true
			}
		}
		return !found
	})
	return found
}

func proofWord(name string) bool {
	for _, w := range messenger.Words(name) {
		switch w {
		case "jwt", "hash", "hmac", "token", "signature", "proof":
			return true
		}
	}
	return false
}

// objectContext tells which name around an object speaks of Intercom, or "".
func (f *bootFinder) objectContext(o *trace.Value, names []string, fn *ssa.Function) string {
	if messenger.HasIntercom(o.Obj.TypeName) {
		return "type " + o.Obj.TypeName
	}
	for _, n := range names {
		if messenger.HasIntercom(n) {
			return "key " + n
		}
	}
	for p := fn; p != nil; p = p.Parent() {
		if messenger.HasIntercom(p.Name()) {
			return "function " + p.Name()
		}
		if recv := p.Signature.Recv(); recv != nil && messenger.HasIntercom(trace.TypeName(recv.Type())) {
			return "type " + trace.TypeName(recv.Type())
		}
	}
	for _, s := range o.Obj.Slots {
		if s.JSON != "app_id" {
			if strings.HasPrefix(s.JSON, "api_base") {
				return "key api_base"
			}
			continue
		}
		for _, n := range f.r.keyNames(s.Value) {
			if messenger.HasIntercom(n.text) {
				return n.what + " " + n.text
			}
		}
	}
	return ""
}

// notSettings says whether a name is that of something else than settings which
// has an app_id and a user: a webhook's event, an export.
func notSettings(why string) bool {
	for _, w := range messenger.Words(why[strings.IndexByte(why, ' ')+1:]) {
		switch w {
		case "webhook", "event", "events", "sync", "export", "report", "log", "audit", "import", "contact", "lead", "metric", "metrics", "queue":
			return true
		}
	}
	return false
}

// bootWords says whether a name is that of settings: JSON alone may go anywhere.
func bootWords(names []string) bool {
	for _, n := range names {
		for _, w := range messenger.Words(n) {
			switch w {
			case "settings", "boot", "messenger", "widget", "snippet", "launcher", "frontend", "props", "script":
				return true
			}
		}
	}
	return false
}

func outerName(fn *ssa.Function) string {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn.Name()
}

// scriptBoot reads Go for the browser: js.Global().Call("Intercom", "boot", {…})
// and js.Global().Set("intercomSettings", {…}).
func (f *bootFinder) scriptBoot(fn *ssa.Function, call ssa.CallInstruction, name string) []Boot {
	switch name {
	case "(syscall/js.Value).Call", "(syscall/js.Value).Set", "(*github.com/gopherjs/gopherjs/js.Object).Call", "(*github.com/gopherjs/gopherjs/js.Object).Set":
	default:
		return nil
	}
	e := f.r.Engine()
	var words []string
	var settings *trace.Value
	for _, arg := range trace.CallArgs(call.Common())[1:] {
		if made, ok := trace.StripIface(arg).(*ssa.Call); ok { // js.ValueOf(settings)
			if name, _ := trace.FullName(made.Common()); name == "syscall/js.ValueOf" {
				arg = made.Common().Args[0]
			}
		}
		v := e.Resolve(e.Use(arg, call), fn)
		list := []*trace.Value{v}
		if v.Kind == trace.List {
			list = v.Args
		}
		for _, a := range list {
			if text, ok := a.Plain().Text(); ok {
				words = append(words, text)
			} else if o := settingsObject(a); o != nil {
				settings = o
			}
		}
	}
	kind := boot.Kind(0)
	switch {
	case settings == nil || len(words) == 0:
	case words[0] == "intercomSettings":
		kind = boot.Settings
	case len(words) > 1 && words[0] == "Intercom" && words[1] == "boot":
		kind = boot.Call
	case len(words) > 1 && words[0] == "Intercom" && words[1] == "update":
		kind = boot.Update
	}
	if kind == 0 {
		return nil
	}
	start, end := f.r.ExprAt(call.Pos())
	return []Boot{{Kind: kind, Pos: start, End: end, Fn: fn, Readings: f.objectReadings(settings, nil)}}
}

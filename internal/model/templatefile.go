package model

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// FileRun is one execution of a template that is read from files. A pass may
// read its own files only, so the driver that may read more finds the texts and
// hands them to ReadFile.
type FileRun struct {
	// Files are the names and patterns that the program gives; empty when it
	// gives them elsewhere.
	Files []string
	// Name is the template that is executed: that of a file, or a definition.
	Name string
	Pos  token.Pos
	data *trace.Value
	// shared is set when others may add to the data before it is shown: a
	// router's renderer to a map.
	shared bool
	gin    bool // its files are those that the package loads, if it does
}

// FileBoot is a boot in the text of a template with what its data makes of it.
type FileBoot struct {
	Boot boot.Boot
	Reading
	// HashOff and JWTOff are where the proofs stand in the text.
	HashOff, JWTOff int
}

// FileRuns lists the executions of templates that are read from files. The
// caller holds Lock.
func (r *Result) FileRuns() []FileRun {
	if !r.gate.mentions {
		return nil
	}
	f := &bootFinder{r: r, placed: map[token.Pos]bool{}}
	var out []FileRun
	loaded := f.loaded()
	e := r.Engine()
	for call := range e.Calls() {
		run, data := f.fileRun(call)
		if data == nil {
			continue
		}
		if run.gin {
			run.Files = loaded
		}
		run.Pos, run.data = call.Pos(), e.Resolve(e.Use(data, call), call.Parent())
		out = append(out, run)
	}
	return out
}

// fileRun reads a call that executes a template.
func (f *bootFinder) fileRun(call ssa.CallInstruction) (run FileRun, data ssa.Value) {
	name, obj := trace.FullName(call.Common())
	args := trace.CallArgs(call.Common())
	if short, ok := templateCall(name); ok {
		switch short {
		case "Execute":
			t, ok := f.templateOf(args[0], nil, 0)
			if ok && t.files != nil && t.name != "" {
				return FileRun{Files: t.files, Name: t.name}, args[2]
			}
		case "ExecuteTemplate":
			which, known := f.constText(args[2], nil)
			t, ok := f.templateOf(args[0], nil, 0)
			if known && (!ok || t.files != nil) {
				return FileRun{Files: t.files, Name: which}, args[3]
			}
		}
		return FileRun{}, nil
	}
	s, ok := catalog.SinkOf(name)
	if !ok || s.Kind != catalog.Template || obj == nil || len(s.Data) != 1 || s.Data[0] < 1 {
		return FileRun{}, nil
	}
	// Routers take the name just before the data: c.HTML(200, "page.html", data).
	which := trace.ArgAt(call.Common(), s.Data[0]-1)
	data = trace.ArgAt(call.Common(), s.Data[0])
	if which == nil || data == nil {
		return FileRun{}, nil
	}
	if text, known := f.constText(which, nil); known && text != "" {
		gin := strings.HasPrefix(name, "(*github.com/gin-gonic/gin.")
		return FileRun{Name: text, gin: gin, shared: !gin}, data
	}
	return FileRun{}, nil
}

// loaded are the files that the package gives to a router.
func (f *bootFinder) loaded() []string {
	var out []string
	for call := range f.r.Engine().Calls() {
		_, obj := trace.FullName(call.Common())
		if obj == nil || obj.Name() != "LoadHTMLGlob" && obj.Name() != "LoadHTMLFiles" {
			continue
		}
		if files, ok := f.patterns(trace.CallArgs(call.Common())[1:], nil); ok {
			out = append(out, files...)
		}
	}
	return out
}

// ReadFile reads the boots of the text of a template that a run executes. below
// is the part of the run's data that the text gets, as a path of fields. The
// caller holds Lock.
func (r *Result) ReadFile(text, below string, run FileRun) []FileBoot {
	f := &bootFinder{r: r, placed: map[token.Pos]bool{}}
	data := run.data
	if run.shared {
		data = opened(data)
	}
	if below != "" {
		data = f.field(data, below)
	}
	if data == nil {
		return nil
	}
	steps := []Step{{Pos: run.Pos, Text: "the template is executed here"}}
	var out []FileBoot
	for _, b := range boot.Find(text) {
		if b.Inert {
			continue
		}
		for _, x := range f.fileReadings(b, data, steps) {
			x.Boot = b
			out = append(out, x)
		}
	}
	return out
}

// opened is data in which a map may hold more than is seen.
func opened(data *trace.Value) *trace.Value {
	alts := data.Alternatives()
	out := make([]*trace.Value, 0, len(alts))
	for _, a := range alts {
		if p := a.Plain(); p.Kind == trace.Object && !p.Obj.Struct {
			v, o := *p, *p.Obj
			o.Open = true
			v.Obj = &o
			a = &v
		}
		out = append(out, a)
	}
	if len(out) == 1 {
		return out[0]
	}
	return &trace.Value{Kind: trace.Phi, Args: out}
}

func (f *bootFinder) fileReadings(b boot.Boot, data *trace.Value, steps []Step) []FileBoot {
	if w := b.Whole; w != nil {
		v := f.field(data, boot.Field(w.Text, w.Dot))
		if v == nil {
			return nil
		}
		o := settingsObject(v)
		if o == nil || f.judgedAt(o.Pos) {
			return nil
		}
		var out []FileBoot
		for _, r := range f.objectReadings(o, steps) {
			out = append(out, FileBoot{Reading: r})
		}
		return out
	}
	plain := true
	b.Conditions(func(cond, dot string) { plain = plain && len(fieldsOf(cond, dot)) > 0 })
	if !plain {
		return nil
	}
	look := boot.Look{
		Empty: func(v boot.Value) bool { return f.emptyData(data, v) },
		False: func(cond, dot string) bool { return f.falseIn(data, cond, dot) },
	}
	var out []FileBoot
	for _, s := range b.States(look) {
		x := FileBoot{Reading: Reading{State: s, Open: b.Open, Confidence: finding.ConfidenceHigh, Steps: steps, Data: true}}
		if s.Hash != nil {
			x.HashOff = s.Hash.Pos
			x.HashCarries, x.HashLiteral = f.proofIn(nil, s.Hash, data)
		}
		if s.JWT != nil {
			x.JWTOff = s.JWT.Pos
			x.JWTCarries, x.JWTLiteral = f.proofIn(nil, s.JWT, data)
		}
		out = append(out, x)
	}
	return out
}

// judgedAt says whether settings that are made at a place are a boot of the
// package itself.
func (f *bootFinder) judgedAt(pos token.Pos) bool {
	start, _ := f.r.ExprAt(pos)
	return pos.IsValid() && slices.ContainsFunc(f.r.Boots(), func(b Boot) bool { return b.Pos == start })
}

// Included are the templates that a text includes, with the part of its data
// that it gives them.
func Included(text string) map[string]string {
	out := map[string]string{}
	for rest := text; ; {
		i := strings.Index(rest, "{{")
		if i < 0 {
			return out
		}
		rest = rest[i+2:]
		end := strings.Index(rest, "}}")
		if end < 0 {
			return out
		}
		words := strings.Fields(strings.Trim(strings.TrimSpace(rest[:end]), "-"))
		if len(words) == 3 && words[0] == "template" {
			name := strings.Trim(words[1], "\"`")
			switch arg := words[2]; {
			case arg == "." || arg == "$":
				out[name] = ""
			case strings.HasPrefix(arg, ".") && !strings.ContainsAny(arg, "|()"):
				out[name] = arg
			case strings.HasPrefix(arg, "$."):
				out[name] = arg[1:]
			}
		}
	}
}

package model

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// writerClass is where a writer leads.
type writerClass uint8

const (
	unknownWriter writerClass = iota
	publicWriter              // the answer to a request, a file that is served
	consoleWriter             // standard output and error: a log
	privateWriter             // a file of the operator
	memoryWriter              // a buffer
)

// writer tells where a writer leads: by its type, by what it was made from.
func (r *Result) writer(v ssa.Value, depth int) writerClass {
	if v == nil || depth > 10 {
		return unknownWriter
	}
	if publicWriterType(v.Type()) {
		return publicWriter
	}
	if r.exposed.writers == nil {
		r.exposed.writers = map[ssa.Value]writerClass{}
	}
	got, ok := r.exposed.writers[v]
	if !ok {
		r.exposed.writers[v] = unknownWriter // stops cycles
		got = r.findWriter(v, depth)
		r.exposed.writers[v] = got
	}
	return got
}

func (r *Result) findWriter(v ssa.Value, depth int) writerClass {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return r.writer(v.X, depth+1)
	case *ssa.ChangeInterface:
		return r.writer(v.X, depth+1)
	case *ssa.ChangeType:
		return r.writer(v.X, depth+1)
	case *ssa.TypeAssert:
		return r.writer(v.X, depth+1)
	case *ssa.Extract:
		return r.writer(v.Tuple, depth+1)
	case *ssa.FreeVar:
		return r.writer(r.Engine().Binding(v), depth+1)
	case *ssa.UnOp:
		return r.loadedWriter(v, depth)
	case *ssa.Call:
		return r.madeWriter(v, depth)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if c := r.writer(e, depth+1); c != unknownWriter {
				return c
			}
		}
	case *ssa.Alloc:
		if isMemory(v.Type()) {
			return memoryWriter
		}
	}
	return unknownWriter
}

func isMemory(t types.Type) bool {
	s := t.String()
	return s == "*bytes.Buffer" || s == "*strings.Builder"
}

func (r *Result) loadedWriter(v *ssa.UnOp, depth int) writerClass {
	if v.Op != token.MUL {
		return unknownWriter
	}
	var stores []*ssa.Store
	switch a := v.X.(type) {
	case *ssa.Global:
		if a.Pkg != nil && a.Pkg.Pkg.Path() == "os" && (a.Name() == "Stdout" || a.Name() == "Stderr") {
			return consoleWriter
		}
		stores = r.Engine().GlobalStores(a)
	case *ssa.Alloc:
		for _, ref := range *a.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(a) {
				stores = append(stores, s)
			}
		}
	case *ssa.FieldAddr:
		f, _ := trace.FieldOf(a)
		stores = r.Engine().FieldStores(f)
	}
	for _, s := range stores {
		if c := r.writer(s.Val, depth+1); c != unknownWriter {
			return c
		}
	}
	return unknownWriter
}

// madeWriter looks at the call that makes a writer: an encoder or a compressor
// around another writer, a file.
func (r *Result) madeWriter(call *ssa.Call, depth int) writerClass {
	name, obj := trace.FullName(call.Common())
	switch name {
	case "os.Create", "os.OpenFile", "os.CreateTemp", "(*os.Root).Create", "(*os.Root).OpenFile":
		if r.servedPath(trace.ArgAt(call.Common(), 0)) {
			return publicWriter
		}
		return privateWriter
	case "log.Writer", "(*log.Logger).Writer":
		return consoleWriter
	case "bytes.NewBuffer", "bytes.NewBufferString":
		return memoryWriter
	}
	if obj == nil {
		return unknownWriter
	}
	for _, a := range trace.CallArgs(call.Common()) {
		if !writes(a.Type()) {
			continue
		}
		if c := r.writer(a, depth+1); c != unknownWriter {
			return c
		}
	}
	return unknownWriter
}

// writes says whether a type has a method Write.
func writes(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	_, ok := obj.(*types.Func)
	return ok
}

// publicWriterType recognises http.ResponseWriter and whatever embeds it by its
// methods, and the contexts of frameworks that write answers themselves.
func publicWriterType(t types.Type) bool {
	t = types.Unalias(t)
	if m, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader"); m != nil {
		h, _, _ := types.LookupFieldOrMethod(t, true, nil, "Header")
		return h != nil && writes(t)
	}
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	path := catalog.Canonical(n.Obj().Pkg().Path())
	switch n.Obj().Name() {
	case "Ctx":
		return strings.HasPrefix(path, "github.com/gofiber/fiber")
	case "RequestCtx":
		return path == "github.com/valyala/fasthttp"
	}
	return false
}

// answerHeaders are the methods of connect's answers that give their headers.
var answerHeaders = wordset.Set{Words: "Header Trailer ResponseHeader ResponseTrailer"}

// connectAnswer says whether a type is an answer, or a stream of answers, of
// connect.
func connectAnswer(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || catalog.Canonical(n.Obj().Pkg().Path()) != "connectrpc.com/connect" {
		return false
	}
	switch n.Obj().Name() {
	case "Response", "AnyResponse", "ServerStream", "BidiStream", "StreamingHandlerConn":
		return true
	}
	return false
}

// publicHeader says whether a header map belongs to an answer.
func (r *Result) publicHeader(v ssa.Value, depth int) bool {
	if depth > 6 || v == nil {
		return false
	}
	switch v := v.(type) {
	case *ssa.ChangeType:
		return r.publicHeader(v.X, depth+1)
	case *ssa.Call:
		_, obj := trace.FullName(v.Common())
		if obj == nil || !trace.HasRecv(v.Common()) {
			return false
		}
		recv := trace.CallArgs(v.Common())[0].Type()
		return obj.Name() == "Header" && publicWriterType(recv) || answerHeaders.Has(obj.Name()) && connectAnswer(recv)
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			f, _ := trace.FieldOf(fa)
			return f != nil && trace.QualifiedField(fa.X.Type(), f) == "net/http.Response.Header"
		}
		if a, ok := v.X.(*ssa.Alloc); ok {
			for _, ref := range *a.Referrers() {
				if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(a) && r.publicHeader(s.Val, depth+1) {
					return true
				}
			}
		}
	case *ssa.Phi:
		for _, e := range v.Edges {
			if r.publicHeader(e, depth+1) {
				return true
			}
		}
	}
	return false
}

// servedFolders are folders whose files go to browsers as they are.
var servedFolders = wordset.Set{Words: "public static dist assets www wwwroot htdocs public_html"}

// servedPath says whether a file name lies under a folder that is served.
func (r *Result) servedPath(v ssa.Value) bool {
	for _, text := range r.pathTexts(v, 0) {
		for seg := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == '/' || c == '\\' }) {
			if servedFolders.Has(seg) {
				return true
			}
		}
	}
	return false
}

// pathTexts are the constant parts of a file name.
func (r *Result) pathTexts(v ssa.Value, depth int) []string {
	if v == nil || depth > 4 {
		return nil
	}
	if call, ok := v.(*ssa.Call); ok {
		switch name, _ := trace.FullName(call.Common()); name {
		case "path/filepath.Join", "path.Join", "path/filepath.FromSlash", "path/filepath.Clean":
			var out []string
			for _, a := range trace.CallArgs(call.Common()) {
				elems := elementsOf(a)
				if elems == nil {
					elems = []ssa.Value{a}
				}
				for _, el := range elems {
					out = append(out, r.pathTexts(el, depth+1)...)
				}
			}
			return out
		}
	}
	instr, _ := v.(ssa.Instruction)
	val := r.Engine().Resolve(r.Engine().Eval(v, instr), v.Parent())
	var out []string
	val.Walk(func(x *trace.Value) bool {
		if s, ok := x.Text(); ok {
			out = append(out, s)
		}
		return true
	})
	return out
}

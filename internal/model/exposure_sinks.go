package model

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// counts says whether a sink lets its data out at this call, and as what: a
// writer must be public, a file served, a query part of a URL.
func (s *scan) counts(call ssa.CallInstruction, use sinkUse) (catalog.SinkKind, bool) {
	c := call.Common()
	writer := trace.ArgAt(c, use.Writer)
	switch use.Kind {
	case catalog.Response:
		if len(use.Data) == 1 && use.Data[0] == catalog.Recv {
			return 0, false // the field Data, judged where it is written
		}
		if use.Writer == catalog.None {
			return use.Kind, true
		}
		switch s.r.writer(writer, 0) {
		case publicWriter:
			return use.Kind, true
		case consoleWriter:
			return catalog.Log, true
		case memoryWriter:
			return use.Kind, s.bufferLeaves(writer, call)
		}
		return 0, false
	case catalog.Template:
		if use.Writer == catalog.None {
			return use.Kind, len(use.Data) != 1 || use.Data[0] != catalog.Recv
		}
		class := s.r.writer(writer, 0)
		return use.Kind, class != privateWriter && class != consoleWriter
	case catalog.Header:
		if use.Writer == catalog.None {
			return use.Kind, true
		}
		return use.Kind, s.r.publicHeader(writer, 0) || s.r.writer(writer, 0) == publicWriter
	case catalog.Served:
		if use.PathArg != catalog.None {
			return use.Kind, s.r.servedPath(trace.ArgAt(c, use.PathArg))
		}
		return use.Kind, s.r.writer(writer, 0) == publicWriter
	case catalog.Query:
		return use.Kind, s.queryLeaves(call)
	case catalog.Browser:
		// The options of a bundler are judged field by field.
		name, _ := trace.FullName(c)
		return use.Kind, !strings.HasPrefix(name, "github.com/evanw/esbuild/pkg/api.")
	}
	return use.Kind, true
}

// bufferLeaves says whether a buffer that is written to is answered with later
// in the same function.
func (s *scan) bufferLeaves(writer ssa.Value, at ssa.CallInstruction) bool {
	buf := bufferOf(writer, 0)
	if buf == nil || buf.Referrers() == nil {
		return false
	}
	e := s.r.Engine()
	for _, ref := range *buf.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call == at {
			continue
		}
		_, obj := trace.FullName(call.Common())
		if obj == nil {
			continue
		}
		switch obj.Name() {
		case "WriteTo":
			if s.r.writer(call.Common().Args[1], 0) == publicWriter {
				return true
			}
		case "Bytes", "String":
			for _, l := range e.Landings(call, true) {
				user, ok := l.Instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				for _, use := range s.r.sinksOf(user) {
					if use.Kind != catalog.Response {
						continue
					}
					if use.Writer == catalog.None || s.r.writer(trace.ArgAt(user.Common(), use.Writer), 0) == publicWriter {
						return true
					}
				}
			}
		}
	}
	return false
}

// bufferOf is the buffer that a writer leads to.
func bufferOf(v ssa.Value, depth int) ssa.Value {
	if depth > 6 || v == nil {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		return v
	case *ssa.MakeInterface:
		return bufferOf(v.X, depth+1)
	case *ssa.ChangeInterface:
		return bufferOf(v.X, depth+1)
	case *ssa.Call:
		if isMemory(v.Type()) {
			return v
		}
		for _, a := range v.Common().Args {
			if b := bufferOf(a, depth+1); b != nil {
				return b
			}
		}
	}
	return nil
}

// queryLeaves says whether values set in url.Values become part of a URL: they
// come from one, or what they are encoded to goes into one. A form that is
// posted in the body is none.
func (s *scan) queryLeaves(call ssa.CallInstruction) bool {
	c := call.Common()
	name, _ := trace.FullName(c)
	if name != "(net/url.Values).Set" && name != "(net/url.Values).Add" {
		return true
	}
	e := s.r.Engine()
	root := e.Root(trace.CallArgs(c)[0])
	if made, ok := root.(*ssa.Call); ok {
		if n, _ := trace.FullName(made.Common()); n == "(*net/url.URL).Query" {
			return true
		}
	}
	if root.Referrers() == nil {
		return false
	}
	for _, encoded := range encodeCalls(root) {
		for _, l := range e.Landings(encoded, true) {
			if l.Kind == trace.ToField && l.Name == "RawQuery" || l.Kind == trace.ToText && strings.Contains(l.Name, "?") {
				return true
			}
		}
	}
	return false
}

// encodeCalls are the calls of Values.Encode on a map.
func encodeCalls(m ssa.Value) []*ssa.Call {
	var out []*ssa.Call
	for _, ref := range *m.Referrers() {
		switch ref := ref.(type) {
		case *ssa.ChangeType:
			out = append(out, encodeCalls(ref)...)
		case *ssa.Call:
			if n, _ := trace.FullName(ref.Common()); n == "(net/url.Values).Encode" {
				out = append(out, ref)
			}
		}
	}
	return out
}

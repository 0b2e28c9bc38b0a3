package model

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Evidence is one reason to hold a value for the Messenger's.
type Evidence struct {
	Step
	Weak bool // a weak name
}

// keyNames lists what names a key goes by on its way: what is read, the fields
// and variables that it passes through, the functions that return it. Each with
// the path of names around it, since a path counts as a name.
func (r *Result) keyNames(key *trace.Value) []named {
	var out []named
	seen := map[*trace.Value]bool{}
	var visit func(v *trace.Value, depth int)
	visit = func(v *trace.Value, depth int) {
		if v == nil || seen[v] || depth > 40 {
			return
		}
		seen[v] = true
		out = append(out, r.namesOf(v)...)
		switch v.Kind {
		case trace.Phi, trace.Apply, trace.Global:
			for _, a := range v.Args {
				visit(a, depth+1)
			}
		case trace.Select:
			if len(v.Args) > 0 && v.Index == trace.SeenIndex {
				visit(v.Args[0], depth+1)
			}
		case trace.Source:
			if d := v.Default(); d != nil {
				visit(d, depth+1)
			}
		}
	}
	visit(key, 0)
	return out
}

// named is a name on the way of a value.
type named struct {
	text string // the name
	what string // "env", "field", …
	v    *trace.Value
}

func (r *Result) namesOf(v *trace.Value) []named {
	switch v.Kind {
	case trace.Source:
		name := v.SourceName()
		if name == "" {
			return nil
		}
		return []named{{name, sourceWord(v.Source), v}}
	case trace.Select:
		out := []named{{v.Name, "field", v}}
		if p := selectPath(v); p != v.Name {
			out = append(out, named{p, "field", v})
		}
		if n := r.tagName(v); n != "" {
			out = append(out, named{n, "configuration", v})
		}
		return out
	case trace.Global:
		return []named{{v.Name, "variable", v}}
	case trace.Param:
		return []named{{v.Name, "parameter", v}}
	case trace.Const:
		if v.Name != "" {
			return []named{{v.Name, "constant", v}}
		}
	case trace.CallOf:
		name := v.Name[strings.LastIndexAny(v.Name, "./")+1:]
		if name != "" {
			return []named{{name, "result of", v}}
		}
	}
	return nil
}

// selectPath is the names of the structs around a field: IntercomConfig.Secret,
// cfg.Intercom.Secret.
func selectPath(v *trace.Value) string {
	path := v.Name
	cur := v
	for range 4 {
		if cur.Index == trace.SeenIndex || len(cur.Args) == 0 {
			break
		}
		base := cur.Args[0]
		switch base.Kind {
		case trace.Select:
			path = base.Name + "." + path
			cur = base
			continue
		case trace.Param, trace.Global, trace.CallOf, trace.Opaque, trace.Source, trace.Phi:
			if base.Type != nil {
				if n := trace.TypeName(base.Type); n != "" {
					path = n + "." + path
				}
			}
		}
		break
	}
	if cur == v && v.Var != nil && v.Index == trace.SeenIndex {
		if o := ownerOf(v.Var); o != "" {
			path = o + "." + path
		}
	}
	return path
}

// ownerOf finds the named struct type of a package that has the field.
func ownerOf(f *types.Var) string {
	if f.Pkg() == nil {
		return ""
	}
	scope := f.Pkg().Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		s, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for fld := range s.Fields() {
			if fld == f {
				return name
			}
		}
	}
	return ""
}

func sourceWord(k catalog.SourceKind) string {
	switch k {
	case catalog.Env:
		return "env"
	case catalog.Config:
		return "configuration"
	case catalog.Flag:
		return "flag"
	case catalog.File:
		return "file"
	case catalog.SecretStore:
		return "secret store"
	}
	return "source"
}

// strength is the class of a name in this package: names with "messenger" alone
// count only where something speaks of Intercom.
func (r *Result) strength(name string) messenger.Strength {
	s := r.vocab.SecretName(name)
	if s >= messenger.WeakName && messenger.NeedsIntercomContext(name) && !r.intercomContext() {
		return messenger.NoName
	}
	return s
}

// Strength is strength for the rules.
func (r *Result) Strength(name string) messenger.Strength { return r.strength(name) }

// intercomContext says whether the package speaks of Intercom in Intercom's own
// words, or a file of it imports a package that is named for it.
func (r *Result) intercomContext() bool {
	r.contextOnce.Do(func() { r.context = speaksOfIntercom(r.pass.Files) })
	return r.context
}

func speaksOfIntercom(files []*ast.File) bool {
	found := false
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if found {
				return false
			}
			switch n := n.(type) {
			case *ast.Ident:
				found = messenger.HasIntercom(n.Name) && messenger.SecretName(n.Name) != messenger.OtherName || messenger.IdentityWords(n.Name)
			case *ast.BasicLit:
				found = messenger.IdentityWords(n.Value) || strings.Contains(strings.ToLower(n.Value), "intercom_")
			}
			return !found
		})
	}
	return found
}

// keyEvidence returns the names that make a key a Messenger secret.
func (r *Result) keyEvidence(key *trace.Value) []Evidence {
	var out []Evidence
	for _, n := range r.keyNames(key) {
		switch r.strength(n.text) {
		case messenger.StrongName:
			out = append(out, Evidence{Step: r.keyStep(n)})
		case messenger.WeakName:
			out = append(out, Evidence{Step: r.keyStep(n), Weak: true})
		}
	}
	return out
}

func (r *Result) keyStep(n named) Step {
	return Step{Pos: n.v.Pos, Place: n.v.Place, Text: "key comes from " + n.what + " " + n.text}
}

// functionEvidence returns the enclosing functions and types that are named for
// minting a Messenger proof.
func (r *Result) functionEvidence(fn *ssa.Function) []Evidence {
	for f := fn; f != nil; f = f.Parent() {
		if obj, ok := f.Object().(*types.Func); ok && slices.Contains(r.opts.Mints, obj.Origin().FullName()) {
			return []Evidence{{Step: Step{Pos: f.Pos(), Text: "function " + f.Name() + " mints for the Messenger, as the settings say"}}}
		}
		if _, ok := messenger.MintName(f.Name()); ok {
			return []Evidence{{Step: Step{Pos: f.Pos(), Text: "function " + f.Name() + " is named for it"}}}
		}
		if recv := f.Signature.Recv(); recv != nil {
			name := trace.TypeName(recv.Type())
			if mintName(name) || mintName(name+"_"+f.Name()) {
				return []Evidence{{Step: Step{Pos: f.Pos(), Text: "method " + f.Name() + " of " + name}}}
			}
		}
	}
	return nil
}

// chainEvidence looks at the functions between the call and the mint.
func (r *Result) chainEvidence(m *trace.Mint) []Evidence {
	for _, l := range m.Chain {
		if slices.ContainsFunc(r.opts.Mints, func(full string) bool { return shortFunc(full) == l.Pkg+"."+l.Func }) {
			return []Evidence{{Step: Step{Pos: l.Pos, Place: l.Place, Text: "calls " + l.Func + ", which mints for the Messenger, as the settings say"}}}
		}
		recv, method, ok := strings.Cut(l.Func, ".")
		if mintName(recv) || ok && (mintName(method) || mintName(recv+"_"+method)) {
			return []Evidence{{Step: Step{Pos: l.Pos, Place: l.Place, Text: "calls " + l.Func}}}
		}
	}
	return nil
}

// shortFunc turns "(*a.com/b/c.Signer).Sign" into "a.com/b/c.Signer.Sign".
func shortFunc(full string) string {
	return strings.NewReplacer("(*", "", "(", "", ")", "").Replace(full)
}

// packageEvidence holds for a package named intercom that mints for a user.
func (r *Result) packageEvidence(m *trace.Mint, claims *trace.Claims) []Evidence {
	name := r.pass.Pkg.Name()
	if !messenger.HasIntercom(name) {
		return nil
	}
	_, hasID := claims.Get("user_id")
	if hasID || r.identityWords() {
		return []Evidence{{Step: Step{Pos: m.Call.Pos(), Text: "package " + name + " mints a proof for a user"}}}
	}
	return nil
}

func (r *Result) identityWords() bool {
	for _, f := range r.pass.Files {
		found := false
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || messenger.IdentityWords(n.Name)
			case *ast.BasicLit:
				found = found || messenger.IdentityWords(n.Value)
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

func mintName(name string) bool { _, ok := messenger.MintName(name); return ok }

// IntercomContext says whether the package speaks of Intercom in its own words.
func (r *Result) IntercomContext() bool {
	return r.intercomContext()
}

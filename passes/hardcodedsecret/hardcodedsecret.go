package hardcodedsecret

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/internal/trace"
)

//go:embed doc.go
var doc string

// Rule is the rule hardcodedsecret.
var Rule = rule.New(rule.Meta{
	Name:     "hardcodedsecret",
	Title:    "report a Messenger API secret written as a literal",
	Severity: finding.Critical,
	CWE:      []int{798},
	Where:    "GTMF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	c := &checker{pass: pass, said: map[token.Pos]bool{}, exposed: exposed(pass), env: map[string]token.Pos{}}
	c.keys()
	if pass.Model.Mentions() {
		c.files()
	}
	c.ignoredFiles()
}

// checker reports each literal once: where it is exposed, frontendkey has it.
type checker struct {
	pass    *rule.Pass
	said    map[token.Pos]bool
	exposed map[token.Pos]bool
	env     map[string]token.Pos // variables that a change reads, by the literal they stand for
}

// secret is report for the value of a Messenger secret, which the command can
// read from the environment instead.
func (c *checker) secret(pos token.Pos, name, message string, conf finding.Confidence, steps []model.Step) {
	if !pos.IsValid() || c.said[pos] || c.exposed[pos] {
		return
	}
	c.said[pos] = true
	r := rule.Report{Pos: pos, Message: message, Confidence: conf, Steps: steps, ShowsSecret: true}
	if env := c.variable(name); c.env[env] == token.NoPos {
		if r.CommandFix = c.pass.ReadEnv(pos, env); r.CommandFix != nil {
			c.env[env] = pos
		}
	}
	c.pass.Report(r)
}

// variable names the environment variable for a secret: after its name when
// that says what it is.
func (c *checker) variable(name string) string {
	if c.pass.Model.Strength(name) != messenger.StrongName {
		return "INTERCOM_MESSENGER_SECRET"
	}
	return strings.ToUpper(strings.Join(messenger.Words(name), "_"))
}

func (c *checker) report(pos token.Pos, message string, conf finding.Confidence, steps []model.Step) {
	if !pos.IsValid() || c.said[pos] || c.exposed[pos] {
		return
	}
	c.said[pos] = true
	c.pass.Report(rule.Report{
		Pos: pos, Message: message, Confidence: conf, Steps: steps, ShowsSecret: true,
	})
}

const rotate = "read it from the environment or a secret store, and rotate it in Intercom (Settings > Workspace > Security > Messenger)"

// keys reports literals that reach the key of a Messenger mint, however short.
func (c *checker) keys() {
	c.pass.EachMint(func(m *model.Mint) {
		if m.Lib.Key == nil {
			return
		}
		for _, a := range m.Lib.Key.Alternatives() {
			c.key(m, a)
		}
	})
}

func (c *checker) key(m *model.Mint, v *trace.Value) {
	lit, name := literalOf(v)
	if name == "UnsafeAllowNoneSignatureType" {
		return // golang-jwt's key for the algorithm none
	}
	if lit == nil {
		c.embedded(m, v)
		return
	}
	text, known := lit.Text()
	if known && (text == "" || messenger.Placeholder(text)) || !known && (lit.Redacted == nil || lit.Redacted.Placeholder || lit.Redacted.Len == 0) {
		return
	}
	pos := c.literalPos(lit)
	if !pos.IsValid() {
		if m.Judged && !m.Lib.KeyPos.IsValid() {
			return
		}
		pos = cmp.Or(m.Lib.KeyPos, m.Call.Pos())
	}
	what := "is written in the source"
	if name != "" {
		what += " as " + name
	}
	steps := append([]model.Step{{Pos: lit.Pos, Place: lit.Place, Text: "the key is this literal"}}, rule.MintSteps(m)...)
	c.secret(pos, name, "key of the Messenger "+kind(m)+" "+what+"; "+rotate, rule.MintConfidence(m), steps)
}

func kind(m *model.Mint) string {
	if m.Kind == model.Hash {
		return "hash"
	}
	return "JWT"
}

// literalOf follows a key through names and transforms to a constant.
func literalOf(v *trace.Value) (lit *trace.Value, name string) {
	for range 40 {
		switch v.Kind {
		case trace.Const:
			return v, cmp.Or(v.Name, name)
		case trace.Select, trace.Global:
			name = v.Name
			if v.Kind == trace.Select && v.Index != trace.SeenIndex || len(v.Args) != 1 {
				return nil, ""
			}
			v = v.Args[0]
		case trace.Apply:
			if len(v.Args) != 1 || v.Effect == catalog.Length {
				return nil, ""
			}
			v = v.Args[0]
		case trace.Source:
			if d := v.Default(); d != nil {
				v = d
				continue
			}
			return nil, ""
		case trace.Phi:
			for _, a := range v.Args {
				if lit, n := literalOf(a); lit != nil {
					if s, ok := lit.Text(); !ok || s != "" {
						return lit, cmp.Or(n, name)
					}
				}
			}
			return nil, ""
		default:
			return nil, ""
		}
	}
	return nil, ""
}

// literalPos is where a constant is written: at its declaration when that lies
// in this package, else where it is used.
func (c *checker) literalPos(v *trace.Value) token.Pos {
	if v.Decl.IsValid() {
		if pos := c.declared(v.Decl); pos.IsValid() {
			return pos
		}
	}
	pos, _ := c.pass.Model.ExprAt(v.Pos)
	return pos
}

// declared returns the position of the value of a constant of this package.
func (c *checker) declared(decl token.Pos) token.Pos {
	for _, n := range c.pass.Model.Engine().Enclosing(decl) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, id := range spec.Names {
			if id.Pos() == decl && i < len(spec.Values) {
				return spec.Values[i].Pos()
			}
		}
	}
	return token.NoPos
}

// embedded reports a key that is a file in the binary.
func (c *checker) embedded(m *model.Mint, v *trace.Value) {
	for range 40 {
		if v.Kind == trace.Apply && len(v.Args) == 1 || v.Kind == trace.Select && v.Index == trace.SeenIndex {
			v = v.Args[0]
			continue
		}
		break
	}
	switch {
	case v.Kind == trace.Global && len(v.Args) == 0 && v.Var != nil:
		if pos := embedDirective(c.pass, v.Var); pos.IsValid() {
			c.report(pos, "key of the Messenger "+kind(m)+" is a file that is embedded in the binary ("+v.Name+"); "+rotate, rule.MintConfidence(m), rule.MintSteps(m))
		}
	case v.Kind == trace.Source && v.Name == "(embed.FS).ReadFile":
		c.report(v.Pos, "key of the Messenger "+kind(m)+" is a file that is embedded in the binary; "+rotate, rule.MintConfidence(m), rule.MintSteps(m))
	}
}

// embedDirective returns where a variable with a go:embed comment is declared.
func embedDirective(pass *rule.Pass, v *types.Var) token.Pos {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, s := range gen.Specs {
				spec := s.(*ast.ValueSpec)
				if len(spec.Names) == 1 && spec.Names[0].Pos() == v.Pos() && (embeds(spec.Doc) || embeds(gen.Doc)) {
					return spec.Pos()
				}
			}
		}
	}
	return token.NoPos
}

func embeds(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, "//go:embed ")
	})
}

// exposed are the literals that frontendkey reports where they are exposed.
func exposed(pass *rule.Pass) map[token.Pos]bool {
	defer pass.Model.Lock()()
	return pass.Model.ExposedLiterals()
}

package wrongkey

import (
	"cmp"
	_ "embed"
	"go/token"
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

// Rule is the rule wrongkey.
var Rule = rule.New(rule.Meta{
	Name:     "wrongkey",
	Title:    "report a mint with a key that cannot be right or may be empty",
	Severity: finding.High,
	CWE:      []int{321, 1391},
	Where:    "GTF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	c := &checker{pass: pass, said: map[*trace.Mint]bool{}}
	pass.EachMint(func(m *model.Mint) {
		if m.Foreign != "" {
			c.foreign(m)
			return
		}
		c.m = m
		c.key()
	})
	if pass.Model.Mentions() {
		samePlatformKey(pass)
		ownKeys(pass)
	}
}

// ownKeys reports the Messenger secret where it is the key of the product's own
// sessions.
func ownKeys(pass *rule.Pass) {
	defer pass.Model.Lock()()
	for _, k := range pass.Model.OwnKeys() {
		pass.At(k.Pos, rule.Report{
			Message: "Messenger API secret signs something that is not for the Messenger (" + k.Func + "); use a secret of its own for that",
			Steps:   []model.Step{k.Step}, Confidence: k.Confidence,
		})
	}
}

type checker struct {
	pass *rule.Pass
	m    *model.Mint
	// said are the mints whose key was reported: a caller of the same mint is
	// not told again.
	said map[*trace.Mint]bool
}

// foreign reports the Messenger secret where it signs something else.
func (c *checker) foreign(m *model.Mint) {
	pos := keyPos(m)
	c.pass.At(pos, rule.Report{
		Message: "Messenger API secret signs something that is not for the Messenger (" + m.Foreign + "); use a secret of its own for that",
		Steps:   rule.MintSteps(m), Confidence: rule.MintConfidence(m),
	})
}

func keyPos(m *model.Mint) token.Pos {
	if m.Lib.KeyPos.IsValid() {
		return m.Lib.KeyPos
	}
	return m.Call.Pos()
}

func (c *checker) report(message string, conf finding.Confidence, steps ...model.Step) {
	c.pass.At(keyPos(c.m), rule.Report{
		Message: message, Steps: append(steps, rule.MintSteps(c.m)...),
		Confidence: min(conf, rule.MintConfidence(c.m)),
	})
}

func (c *checker) key() {
	key := c.m.Lib.Key
	if key == nil || c.m.Lib.Alg != nil && asymmetric(c.m.Lib.Alg) {
		return
	}
	if c.m.Lib.RefusesString && (key.Class == trace.TypeString) {
		c.report("key of the Messenger JWT is a string, and the library takes only []byte for HS256, so signing fails; convert it with []byte(…)", finding.ConfidenceHigh)
		return
	}
	alts := key.Alternatives()
	standsIn := slices.ContainsFunc(alts, literal)
	for _, a := range alts {
		c.one(a, len(alts) > 1, standsIn)
	}
	c.platform()
}

// literal says whether a value is a text that stands in where another is empty.
func literal(v *trace.Value) bool {
	p := v.Plain()
	return p.Kind == trace.Const && !p.IsEmpty()
}

func asymmetric(alg *trace.Value) bool {
	p := alg.Plain()
	return p.Kind == trace.Alg && !strings.HasPrefix(p.Name, "HS")
}

// one judges one value that the key may be; standsIn says that a literal takes
// its place where it is empty.
func (c *checker) one(v *trace.Value, fallback, standsIn bool) {
	w := walkKey(c.pass.Model, v)
	w.checked = w.checked || standsIn
	if w.end == nil || c.repeated() || c.m.Judged && !c.m.Lib.KeyPos.IsValid() {
		return
	}
	step := model.Step{Pos: w.end.Pos, Place: w.end.Place, Text: "the key is read here"}
	switch {
	case w.decoded != "":
		c.report("key of the Messenger "+c.what()+" is "+w.decoded+", and Intercom uses the secret as it is written; use the bytes of the text", finding.ConfidenceHigh, step)
	case w.other != "":
		c.report("key of the Messenger "+c.what()+" is named for another credential ("+w.other+"); use the Messenger API secret", finding.ConfidenceHigh, step)
	case w.end.Kind == trace.Const || w.end.Kind == trace.Zero && w.end.Pos.IsValid():
		c.constant(w, fallback)
	case w.end.Kind == trace.Source && w.end.Source == catalog.File && !w.trimmed:
		c.report("key of the Messenger "+c.what()+" is the whole file, with the newline at its end; trim it with bytes.TrimSpace", finding.ConfidenceHigh, step)
	case c.unchecked(w):
		c.report("key of the Messenger "+c.what()+" comes from "+w.name+" and is never checked for empty, and an empty key signs silently; stop when it is empty", finding.ConfidenceHigh, step)
	default:
		return
	}
	c.said[c.m.Mint] = true
}

// repeated says whether the key was reported at a mint that this one leads to.
func (c *checker) repeated() bool {
	for inner := c.m.Inner; inner != nil; inner = inner.Inner {
		if c.said[inner] {
			return true
		}
	}
	return false
}

func (c *checker) what() string {
	if c.m.Kind == model.Hash {
		return "hash"
	}
	return "JWT"
}

// constant judges a literal key: empty, or a word that cannot be the secret. A
// real secret is hardcodedsecret's.
func (c *checker) constant(w walk, fallback bool) {
	if w.checked && w.end.IsEmpty() || fallback {
		return
	}
	text, known := w.end.Plain().Text()
	switch {
	case w.end.Kind == trace.Zero && w.end.Class == trace.TypeAny:
	case w.end.IsEmpty():
		c.report("key of the Messenger "+c.what()+" is empty, so anybody can sign; read the Messenger API secret and stop when it is empty", finding.ConfidenceHigh)
	case known && messenger.Placeholder(text), w.end.Redacted != nil && w.end.Redacted.Placeholder:
		c.report("key of the Messenger "+c.what()+" is a placeholder, so Intercom refuses every token; read the Messenger API secret from the environment", finding.ConfidenceHigh)
	}
}

// unchecked says whether a key may be empty when it is used.
func (c *checker) unchecked(w walk) bool {
	if w.checked || c.m.Lib.RefusesEmpty {
		return false
	}
	switch w.end.Kind {
	case trace.Source:
		switch w.end.Source {
		case catalog.Env, catalog.Config, catalog.Flag:
			return w.end.Default() == nil || w.end.Default().IsEmpty()
		}
	case trace.Select:
		return w.tagged
	}
	return false
}

// platform reports a key of one platform in a function that is named for another.
func (c *checker) platform() {
	var of string
	for f := c.m.Fn; f != nil && of == ""; f = f.Parent() {
		of = messenger.Platform(f.Name())
	}
	if of == "" {
		return
	}
	for _, name := range c.pass.Model.KeyNames(c.m.Lib.Key) {
		p := messenger.Platform(name)
		if p == of {
			return
		}
		if p != "" {
			c.report("key of the "+of+" proof is the secret of "+p+", and each platform has a secret of its own; use the secret of "+of, finding.ConfidenceHigh)
			return
		}
	}
}

// walk is the way of a key from where it is read to where it is used.
type walk struct {
	end     *trace.Value // where it is read
	name    string       // what is read
	checked bool
	trimmed bool
	tagged  bool   // a field that configuration fills
	decoded string // what was done to it that Intercom does not do
	other   string // another credential that a name speaks of
}

func walkKey(m *model.Result, v *trace.Value) walk {
	var w walk
	for range 60 {
		w.checked = w.checked || v.Checked || m.Checked(v.Var)
		w.names(v)
		if v.Kind == trace.Source {
			w.checked = w.checked || m.Engine().Demanded(v.SourceName())
		}
		switch v.Kind {
		case trace.Select:
			w.tagged = w.tagged || m.ConfigTag(v)
			w.checked = w.checked || m.RequiredTag(v)
			if v.Index == trace.SeenIndex && v.Args[0].Kind != trace.Opaque && v.Args[0].Kind != trace.Phi {
				v = v.Args[0]
				continue
			}
			w.tagged = w.tagged || isConfig(v.Args[0])
			if v.Index == trace.SeenIndex && v.Args[0].Kind == trace.Phi {
				return w.phi(m, v.Args[0])
			}
		case trace.Global:
			if len(v.Args) == 1 && v.Args[0].Kind == trace.Phi {
				return w.phi(m, v.Args[0])
			}
			if len(v.Args) == 1 {
				v = v.Args[0]
				continue
			}
		case trace.Apply:
			w.effect(v.Effect)
			if len(v.Args) == 1 && v.Effect != catalog.Length {
				v = v.Args[0]
				continue
			}
		case trace.Phi:
			return w.phi(m, v)
		}
		break
	}
	w.end = v
	if w.name == "" {
		w.name = "the configuration"
	}
	return w
}

// isConfig says whether a struct is filled from a configuration; secret stores
// hold no empty secrets.
func isConfig(v *trace.Value) bool {
	if v.Kind != trace.Source {
		return false
	}
	switch v.Source {
	case catalog.Env, catalog.Config, catalog.Flag, catalog.File:
		return true
	}
	return false
}

// phi goes on with the one alternative that is read, when the others are
// constants: a fallback.
func (w walk) phi(m *model.Result, v *trace.Value) walk {
	var read *trace.Value
	for _, a := range v.Alternatives() {
		if p := a.Plain(); p.Kind == trace.Const || p.Kind == trace.Zero {
			if !p.IsEmpty() {
				w.checked = true // a fallback stands in for empty
			}
			continue
		}
		if read != nil {
			w.end = nil
			return w
		}
		read = a
	}
	if read == nil {
		w.end = nil
		return w
	}
	next := walkKey(m, read)
	next.checked = next.checked || w.checked
	next.trimmed = next.trimmed || w.trimmed
	next.tagged = next.tagged || w.tagged
	next.decoded = cmp.Or(w.decoded, next.decoded)
	next.other = cmp.Or(w.other, next.other)
	return next
}

func (w *walk) names(v *trace.Value) {
	name := ""
	switch v.Kind {
	case trace.Source:
		name = v.SourceName()
		if name != "" {
			w.name = sourceWord(v.Source) + " " + name
		}
	case trace.Select, trace.Global:
		name = v.Name
		if w.name == "" {
			w.name = v.Name
		}
	case trace.Const, trace.Param:
		name = v.Name
	}
	if what, ok := messenger.WrongKeyName(name); ok && w.other == "" && messenger.SecretName(name) < messenger.WeakName {
		w.other = what
	}
}

func sourceWord(k catalog.SourceKind) string {
	switch k {
	case catalog.Config:
		return "configuration"
	case catalog.Flag:
		return "flag"
	}
	return "env"
}

func (w *walk) effect(e catalog.Effect) {
	switch e {
	case catalog.DecodeHex:
		w.decoded = "decoded from hex first"
	case catalog.DecodeB64:
		w.decoded = "decoded from base64 first"
	case catalog.Hash:
		w.decoded = "hashed first"
	case catalog.Trim:
		w.trimmed = true
	}
}

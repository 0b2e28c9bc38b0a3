// Package trace says where a value comes from. It evaluates SSA values to trees
// of symbolic values (constants, reads of the environment, parameters, fields,
// maps with their keys, transforms of other values), within one package and,
// through summaries, across packages. What it cannot see is Opaque: a lost
// detail may cost a finding, never make one.
package trace

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Kind is what a symbolic value is.
type Kind uint8

// Kinds of values. The comment says what Name and Args hold.
const (
	Opaque Kind = iota // unknown
	Zero               // zero value: nil, a field or key that was never set
	Const              // Const; Name is the declared constant, if one was used
	Param              // parameter Index of Fn (the receiver counts); Name
	Select             // field or key Name of Args[0]; Var is the field
	Global             // package variable Var without a known value
	Source             // Source; Args[0] names what is read, Args[1] is the default
	Apply              // Effect over Args
	Binary             // Op over two Args
	CallOf             // result Index of the function Name; Args if it is pure
	Phi                // one of Args
	List               // slice with the elements Args
	Object             // map or struct: Obj
	Lib                // object of a JWT library or a MAC: Lib
	Alg                // algorithm Name
	Proof              // result of Mint
	Func               // function Fn, closed over Args
	Merged             // map with the keys of all Args; of two that have a key, the later counts
)

// TypeClass is what encoding/json makes of a value's type.
type TypeClass uint8

// Type classes.
const (
	TypeOther TypeClass = iota
	TypeString
	TypeInt
	TypeFloat
	TypeBool
	TypeBytes
	TypeTime     // time.Time
	TypeDuration // time.Duration
	TypeText     // marshals to text: uuid.UUID
	TypeDate     // numeric date of a JWT library
	TypeAny      // interface: the dynamic type decides
)

// Value is a symbolic value. Values are shared and never changed once they have
// been returned.
type Value struct {
	Kind   Kind
	Class  TypeClass
	Name   string
	Index  int
	Source catalog.SourceKind
	Effect catalog.Effect
	Op     token.Token
	Args   []*Value
	Obj    *Obj
	Lib    *LibObj
	Mint   *Mint

	// Checked is set when the value is compared with empty somewhere, or when
	// its reader refuses empty.
	Checked bool
	// Pos is where the value is written or read in the package under analysis;
	// Place says it for other packages.
	Pos   token.Pos
	Place finding.Place
	// At is where the value is written into the map or struct that it was read
	// from.
	At token.Pos

	// Local to the package under analysis; lost in facts.
	Const constant.Value
	Fn    *ssa.Function
	Var   *types.Var
	Type  types.Type
	Decl  token.Pos // declaration of the named constant
	// Via is the function whose result the value is, or else the variable that
	// it is first put into: names that the value itself does not have.
	Via string

	// Redacted describes a constant of another package whose text is not
	// carried across.
	Redacted *Redacted
}

// Redacted is what may be known of a constant without its text.
type Redacted struct {
	Len         int
	Placeholder bool
	SecretShape bool
}

// Obj is a map or struct value at one point of the program.
type Obj struct {
	// Base is the value that is read where no slot says otherwise; nil for an
	// object that starts empty.
	Base  *Value
	Slots []Slot
	// Open is set when keys or values may have been written that cannot be seen.
	Open   bool
	Struct bool
	// Literal is set when the object is written as a literal or made by make.
	Literal bool
	// TypeName names the struct type, for messages.
	TypeName string
	// Marshals is set when the type has its own MarshalJSON.
	Marshals bool
}

// Slot is one key of a map or one field of a struct.
type Slot struct {
	Name  string // map key or Go field name
	Value *Value
	// Maybe is set when some path leaves the slot as it was in Base.
	Maybe bool
	// Fills is set when the slot is written only where Base lacks it.
	Fills bool
	// Removed is set when the key is deleted from what Base holds.
	Removed bool
	// Where the slot is not written on some path, Cond is the place of the
	// write that is missing there.
	Cond token.Pos

	// For struct fields.
	Var       *types.Var
	JSON      string // name that encoding/json writes; "" when it writes none
	Tagged    bool
	Embedded  bool
	OmitEmpty bool
	Quoted    bool // ,string
}

// LibObj is a token, signer, builder, option or MAC on its way to a proof.
type LibObj struct {
	Call   string // function that made it
	Hash   string // digest of a MAC
	Key    *Value
	Alg    *Value
	Claims []*Value // merged in order
	// Payload is finished JSON text, or a signing input when Input is set.
	Payload *Value
	Input   bool
	// Traits of the library.
	RefusesString, RefusesEmpty, AcceptsTime bool
	// Builder is set when claims were set on what a helper or a caller began.
	Builder bool
	// KeyPos is where the key is handed over, in the function under analysis;
	// HashPos where the digest of a MAC is chosen.
	KeyPos, HashPos token.Pos
	// From are objects that it takes over and that are not seen.
	From []*Value
}

var opaque = &Value{Kind: Opaque}

// NewOpaque returns an unknown value of a type class.
func newOpaque(t types.Type) *Value { return &Value{Kind: Opaque, Class: ClassOf(t), Type: t} }

func zero(t types.Type) *Value { return &Value{Kind: Zero, Class: ClassOf(t), Type: t} }

// Text returns the text of a string constant.
func (v *Value) Text() (string, bool) {
	if v.Kind == Const && v.Const != nil && v.Const.Kind() == constant.String {
		return constant.StringVal(v.Const), true
	}
	return "", false
}

// Int returns the value of an integer constant.
func (v *Value) Int() (int64, bool) {
	if v.Kind == Zero && (v.Class == TypeInt || v.Class == TypeDuration) {
		return 0, true
	}
	if v.Kind != Const || v.Const == nil {
		return 0, false
	}
	c := constant.ToInt(v.Const)
	if c.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(c)
}

// IsEmpty says whether the value is seen to be empty: "", nil, never set.
func (v *Value) IsEmpty() bool {
	if v.Kind == Zero {
		return true
	}
	s, ok := v.Text()
	return ok && s == ""
}

// SourceName returns the constant name of what a Source reads.
func (v *Value) SourceName() string {
	if v.Kind == Source && len(v.Args) > 0 && v.Args[0] != nil {
		if s, ok := v.Args[0].Text(); ok {
			return s
		}
	}
	return v.Name
}

// Default returns the fallback of a Source, or nil.
func (v *Value) Default() *Value {
	if v.Kind == Source && len(v.Args) > 1 {
		return v.Args[1]
	}
	return nil
}

// Alternatives returns the values that v may be: the arguments of a Phi,
// flattened, or v itself.
func (v *Value) Alternatives() []*Value {
	if v.Kind != Phi {
		return []*Value{v}
	}
	var out []*Value
	for _, a := range v.Args {
		out = append(out, a.Alternatives()...)
	}
	return out
}

// Walk calls visit for v and for every value that it is made of, until visit
// returns false for a branch.
func (v *Value) Walk(visit func(*Value) bool) {
	budget := walkBudget
	v.walk(visit, &budget)
}

func (v *Value) walk(visit func(*Value) bool, budget *int) {
	*budget--
	if v == nil || *budget < 0 || !visit(v) {
		return
	}
	for _, a := range v.Args {
		a.walk(visit, budget)
	}
	if v.Obj != nil {
		v.Obj.Base.walk(visit, budget)
		for _, s := range v.Obj.Slots {
			s.Value.walk(visit, budget)
		}
	}
	if v.Lib != nil {
		v.Lib.Key.walk(visit, budget)
		v.Lib.Alg.walk(visit, budget)
		v.Lib.Payload.walk(visit, budget)
		for _, c := range v.Lib.Claims {
			c.walk(visit, budget)
		}
		for _, f := range v.Lib.From {
			f.walk(visit, budget)
		}
	}
}

// phi joins alternatives: duplicates and nested Phis go, one alone is itself.
func phi(vals []*Value, t types.Type) *Value {
	if len(vals) == 1 {
		return vals[0]
	}
	var out []*Value
	seen := map[*Value]bool{}
	for _, v := range vals {
		for _, a := range v.Alternatives() {
			if seen[a] || sameLeaf(out, a) {
				continue
			}
			seen[a] = true
			out = append(out, a)
		}
	}
	switch {
	case len(out) == 0:
		return newOpaque(t)
	case len(out) == 1:
		return out[0]
	case len(out) > maxAlternatives, len(out) > maxObjects && out[0].Kind == Object:
		return newOpaque(t)
	}
	return &Value{Kind: Phi, Args: out, Class: ClassOf(t), Type: t}
}

// sameLeaf says whether a leaf equal to v is already in list.
func sameLeaf(list []*Value, v *Value) bool {
	for _, o := range list {
		if o.Kind != v.Kind || o.Pos != v.Pos || o.Place != v.Place || o.Name != v.Name {
			continue
		}
		switch v.Kind {
		case Opaque, Zero, Global, Alg:
			return true
		case Param:
			return o.Index == v.Index && o.Fn == v.Fn
		case Const:
			return o.Const != nil && v.Const != nil && constant.Compare(o.Const, token.EQL, v.Const)
		}
	}
	return false
}

// Bounds of the engine. What is cut off is Opaque, and counted.
const (
	maxDepth        = 80     // nested evaluations
	maxAlternatives = 24     // alternatives of one value
	maxObjects      = 8      // alternatives of one struct or map
	maxFields       = 96     // fields of one struct
	maxWork         = 8000   // evaluations for one summary
	maxSteps        = 150000 // blocks walked for one summary
	maxKeys         = 200    // keys of one map
	walkBudget      = 4000   // nodes of one walk
	maxMints        = 64     // mints of one function, with those of its callees
	maxLift         = 10     // calls between a mint and the function that is judged
)

package trace

import (
	"go/token"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Unit is what a number that stands for a time counts.
type Unit uint8

// Units of time values.
const (
	UnitNone    Unit = iota
	Seconds          // seconds since 1970
	Millis           // milliseconds since 1970
	Micros           // microseconds since 1970
	Nanos            // nanoseconds since 1970
	Instant          // a time.Time
	Span             // a time.Duration
	SpanSeconds      // a number of seconds, not counted from 1970
)

// Moment is what is known of a value that stands for a time.
type Moment struct {
	Unit Unit
	// FromNow is set when the time is counted from the present.
	FromNow bool
	// Offset is the distance from the present; valid when Known.
	Offset time.Duration
	Known  bool
	// Absolute is a constant number.
	Absolute int64
	IsConst  bool
	// Soft is set when a step rests on a name ("now") or a default value.
	Soft bool
	// Pos is the value that decides, Span the distance from now in it.
	Pos, Span token.Pos
}

// MomentOf folds arithmetic on times. The zero Moment means that nothing is known.
// def says what a setting is where nobody sets it, or nil.
func MomentOf(v *Value, def func(*Value) *Value) Moment { return (&clock{def}).moment(v, 0) }

// clock folds arithmetic on times.
type clock struct {
	def func(*Value) *Value
}

func (c *clock) moment(v *Value, depth int) Moment {
	if v == nil || depth > 40 {
		return Moment{}
	}
	switch v.Kind {
	case Select, Global:
		if v.Kind == Select && v.Index == seen || v.Kind == Global && len(v.Args) == 1 {
			return c.moment(v.Args[0], depth+1)
		}
		if m := c.setting(v, depth); m.Known || m.IsConst {
			return m
		}
		return nowByName(v)
	case Const, Zero:
		return constMoment(v)
	case Source:
		return c.setting(v, depth)
	case Phi:
		return c.longest(v, depth)
	case CallOf:
		return c.callMoment(v, depth)
	case Binary:
		return c.binaryMoment(v, depth)
	case Apply:
		if (v.Effect == catalog.Same || v.Effect == catalog.FormatNum || v.Effect == catalog.ParseNum) && len(v.Args) > 0 {
			return c.moment(v.Args[0], depth+1)
		}
	case Param:
		return nowByName(v)
	}
	return Moment{}
}

func constMoment(v *Value) Moment {
	n, ok := v.Int()
	if !ok {
		if v.Kind == Const && v.Class == TypeString {
			if s, _ := v.Text(); s != "" {
				if d, err := time.ParseDuration(s); err == nil {
					return Moment{Unit: Span, Offset: d, Known: true, Soft: true, Pos: v.Pos}
				}
			}
		}
		return Moment{}
	}
	if v.Class == TypeDuration {
		return Moment{Unit: Span, Offset: time.Duration(n), Known: true, Pos: v.Pos}
	}
	return Moment{Absolute: n, IsConst: true, Pos: v.Pos}
}

// nowByName takes a time.Time whose name says that it is the present.
func nowByName(v *Value) Moment {
	name := strings.ToLower(v.Name)
	if v.Class == TypeTime && (name == "now" || strings.HasSuffix(name, ".now") || strings.HasPrefix(name, "now") || name == "iat" || name == "issuedat") {
		return Moment{Unit: Instant, FromNow: true, Known: true, Soft: true, Pos: v.Pos}
	}
	return unitOf(v)
}

func unitOf(v *Value) Moment {
	switch v.Class {
	case TypeTime:
		return Moment{Unit: Instant, Pos: v.Pos}
	case TypeDuration:
		return Moment{Unit: Span, Pos: v.Pos}
	}
	return Moment{}
}

// callMoment evaluates functions of package time and of JWT libraries.
func (c *clock) callMoment(v *Value, depth int) Moment {
	arg := func(i int) Moment {
		if i < len(v.Args) {
			return c.moment(v.Args[i], depth+1)
		}
		return Moment{}
	}
	switch v.Name {
	case "time.Now":
		return Moment{Unit: Instant, FromNow: true, Known: true, Pos: v.Pos}
	case "(time.Time).Add":
		return at(shift(arg(0), arg(1), 1), v.Pos)
	case "(time.Time).AddDate":
		return addDate(arg(0), v)
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Truncate", "(time.Time).Round":
		return arg(0)
	case "(time.Time).Unix":
		return as(arg(0), Seconds, v.Pos)
	case "(time.Time).UnixMilli":
		return as(arg(0), Millis, v.Pos)
	case "(time.Time).UnixMicro":
		return as(arg(0), Micros, v.Pos)
	case "(time.Time).UnixNano":
		return as(arg(0), Nanos, v.Pos)
	case "time.Unix":
		m := arg(0)
		if m.Unit == Seconds {
			m.Unit = Instant
		}
		return m
	case "time.UnixMilli":
		m := arg(0)
		if m.Unit == Millis {
			m.Unit = Instant
		}
		return m
	case "(time.Duration).Seconds":
		return as(arg(0), SpanSeconds, v.Pos)
	case "time.ParseDuration":
		return arg(0)
	case expAtName:
		return as(arg(0), Seconds, v.Pos)
	case expAfterName:
		m := arg(0)
		if m.Unit != Span {
			return Moment{}
		}
		return Moment{Unit: Seconds, FromNow: true, Offset: m.Offset, Known: m.Known, Soft: m.Soft, Pos: v.Pos}
	}
	if v.Class == TypeDate && len(v.Args) == 1 {
		if v.Args[0].Plain().Kind == Zero {
			return Moment{Unit: Seconds, Pos: v.Pos}
		}
		m := arg(0)
		if m.Unit == Instant || m.Unit == Seconds {
			return as(m, Seconds, v.Pos)
		}
		return m
	}
	if v.Class == TypeTime {
		name := v.Name[strings.LastIndexByte(v.Name, '.')+1:]
		if strings.EqualFold(name, "now") || strings.EqualFold(name, "utcnow") {
			return Moment{Unit: Instant, FromNow: true, Known: true, Soft: true, Pos: v.Pos}
		}
	}
	return unitOf(v)
}

func at(m Moment, pos token.Pos) Moment {
	if pos.IsValid() {
		m.Pos = pos
	}
	return m
}

func as(m Moment, u Unit, pos token.Pos) Moment {
	if m.Unit != Instant && m.Unit != Span && m.Unit != Seconds {
		return Moment{Unit: u, Pos: pos}
	}
	m.Unit = u
	return at(m, pos)
}

// shift moves a time by a duration.
func shift(t, d Moment, sign time.Duration) Moment {
	if t.Unit != Instant {
		return Moment{Unit: Instant}
	}
	if d.IsConst { // a bare number is nanoseconds
		d = Moment{Unit: Span, Offset: time.Duration(d.Absolute), Known: true, Pos: d.Pos}
	}
	t.Known = t.Known && d.Known
	if d.Pos.IsValid() {
		t.Span = d.Pos
	}
	t.Soft = t.Soft || d.Soft
	t.Offset += sign * d.Offset
	if t.IsConst {
		t.FromNow = false
	}
	return t
}

func addDate(t Moment, v *Value) Moment {
	if len(v.Args) < 4 {
		return Moment{Unit: Instant}
	}
	var n [3]int64
	for i := range n {
		x, ok := v.Args[i+1].Plain().Int()
		if !ok {
			t.Known = false
			return t
		}
		n[i] = x
	}
	const day = 24 * time.Hour
	t.Offset += time.Duration(n[0])*365*day + time.Duration(n[1])*30*day + time.Duration(n[2])*day
	return at(t, v.Pos)
}

func (c *clock) binaryMoment(v *Value, depth int) Moment {
	a, b := c.moment(v.Args[0], depth+1), c.moment(v.Args[1], depth+1)
	switch v.Op {
	case token.ADD, token.SUB:
		return at(addMoments(a, b, v.Op), v.Pos)
	case token.MUL:
		return at(scale(a, b, v), v.Pos)
	case token.QUO:
		return at(divide(a, b), v.Pos)
	}
	return Moment{}
}

// addMoments adds a span to a time in the time's unit.
func addMoments(a, b Moment, op token.Token) Moment {
	if b.FromNow && !a.FromNow && op == token.ADD {
		a, b = b, a
	}
	if a.Unit == Span && b.Unit == Span {
		a.Known, a.Soft = a.Known && b.Known, a.Soft || b.Soft
		if op == token.SUB {
			b.Offset = -b.Offset
		}
		a.Offset += b.Offset
		return a
	}
	if a.Unit == UnitNone && !a.IsConst {
		return Moment{}
	}
	var delta time.Duration
	switch {
	case b.IsConst:
		delta = inUnit(b.Absolute, a.Unit)
	case b.Unit == SpanSeconds && b.Known:
		delta = b.Offset
	default:
		a.Known = false
		return a
	}
	if op == token.SUB {
		delta = -delta
	}
	a.Offset += delta
	a.Soft = a.Soft || b.Soft
	return a
}

// inUnit turns a count of a unit into a duration, without overflow.
func inUnit(n int64, u Unit) time.Duration {
	per := time.Second
	switch u {
	case Millis:
		per = time.Millisecond
	case Micros:
		per = time.Microsecond
	case Nanos:
		per = time.Nanosecond
	}
	const limit = int64(1) << 62
	if n > limit/int64(per) {
		return time.Duration(limit)
	}
	if n < -limit/int64(per) {
		return -time.Duration(limit)
	}
	return time.Duration(n) * per
}

// scale multiplies: time.Duration(n)*time.Hour, and Unix()*1000.
func scale(a, b Moment, v *Value) Moment {
	if b.Unit != UnitNone && a.Unit == UnitNone {
		a, b = b, a
	}
	switch a.Unit {
	case Seconds:
		if b.IsConst {
			switch b.Absolute {
			case 1000:
				a.Unit = Millis
			case 1_000_000:
				a.Unit = Micros
			case 1_000_000_000:
				a.Unit = Nanos
			default:
				return Moment{}
			}
			return a
		}
	case Span:
		n, ok := int64(0), false
		if b.IsConst {
			n, ok = b.Absolute, true
		} else if a.Unit == b.Unit && a.Known && b.Known { // time.Duration(24) * time.Hour: both are durations
			n, ok = int64(b.Offset), true
			if a.Offset < b.Offset {
				a, n = b, int64(a.Offset)
			}
		}
		a.Known = a.Known && ok
		a.Soft = a.Soft || b.Soft
		if ok {
			a.Offset = mulSafe(a.Offset, n)
		}
		return a
	}
	if a.IsConst && b.IsConst {
		a.Absolute *= b.Absolute
		return a
	}
	return unitOf(v)
}

func mulSafe(d time.Duration, n int64) time.Duration {
	if n == 0 || d == 0 {
		return 0
	}
	p := int64(d) * n
	if p/n != int64(d) {
		return time.Duration(1 << 62)
	}
	return time.Duration(p)
}

// divide undoes a scaled clock: UnixNano()/1e9, UnixMilli()/1000.
func divide(a, b Moment) Moment {
	if !b.IsConst {
		if b.Unit == Span && b.Known && b.Offset == time.Second && a.Unit == Span {
			a.Unit = SpanSeconds
			return a
		}
		return Moment{}
	}
	steps := map[Unit]map[int64]Unit{
		Millis: {1000: Seconds},
		Micros: {1_000_000: Seconds, 1000: Millis},
		Nanos:  {1_000_000_000: Seconds, 1_000_000: Millis, 1000: Micros},
	}
	if u, ok := steps[a.Unit][b.Absolute]; ok {
		a.Unit = u
		return a
	}
	if a.Unit == Span && b.Absolute == int64(time.Second) {
		a.Unit = SpanSeconds
		return a
	}
	return Moment{}
}

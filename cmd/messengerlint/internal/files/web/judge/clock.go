package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// momentCall reads the calls that make and change points in time: Date.now,
// Math.floor, getTime, and moment, dayjs, luxon and date-fns.
func (j *judge) momentCall(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	name := lastName(n.X)
	first := func() moment { return j.moment(arg(n, 0), ctx, depth+1) }
	recv := func() moment {
		if n.X.Kind != tree.Member {
			return moment{}
		}
		return j.moment(n.X.X, ctx, depth+1)
	}
	now := func(kind timeKind) moment { return moment{what: kind, millis: true, known: true} }
	switch name {
	case "now":
		if base, _ := tree.Path(n.X); base != nil && (base.Name == "Date" || base.Name == "performance" || base.Name == "DateTime") {
			if base.Name == "DateTime" {
				return now(isDate)
			}
			return now(isTime)
		}
	case "floor", "round", "ceil", "trunc", "Number", "parseInt":
		return first()
	case "getTime", "valueOf", "toMillis":
		if t := recv(); t.what == isDate {
			t.what, t.millis = isTime, true
			return t
		}
	case "unix", "toSeconds", "toUnixInteger":
		if t := recv(); t.what == isDate {
			t.what, t.millis = isTime, false
			return t
		}
	case "getUnixTime":
		if t := first(); t.what == isDate {
			t.what, t.millis = isTime, false
			return t
		}
	case "moment", "dayjs", "utc":
		if len(n.List) == 0 {
			return now(isDate)
		}
	case "toISOString", "toJSON", "toUTCString", "toISO", "format":
		if t := recv(); t.what == isDate {
			return moment{what: isDate}
		}
	case "toDate":
		return recv()
	case "add", "plus", "subtract", "minus":
		if t := recv(); t.what == isDate {
			return j.shift(t, n, ctx, name == "subtract" || name == "minus")
		}
	}
	if unit, ok := strings.CutPrefix(name, "add"); ok && len(n.List) == 2 {
		t := first()
		if u, ok := spanUnits[strings.ToLower(unit)]; ok && t.what == isDate {
			d := j.moment(n.List[1], ctx, depth+1)
			t.offset += d.offset * u
			t.known = t.known && d.what == isNumber
			return t
		}
	}
	return j.momentReturned(n, ctx, depth)
}

// momentReturned looks into a function of the file that returns a time.
func (j *judge) momentReturned(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	fn := j.flow.Eval(n.X, ctx)
	if fn.Kind != flow.Func || depth > 6 {
		return moment{}
	}
	inner := flow.Bind(fn.Node, n, ctx)
	if fn.Node.Expr {
		return j.moment(fn.Node.X, inner, depth+2)
	}
	if rs := flow.Returns(fn.Node); len(rs) == 1 {
		return j.moment(rs[0].X, inner, depth+2)
	}
	return moment{}
}

// shift applies .add(1, "hour") and .plus({hours: 1}).
func (j *judge) shift(t moment, n *tree.Node, ctx *flow.Ctx, minus bool) moment {
	sum, known := 0.0, true
	if len(n.List) == 2 {
		d := j.moment(n.List[0], ctx, 4)
		unit, _ := j.flow.Eval(n.List[1], ctx).Const()
		u, ok := spanUnits[strings.ToLower(unit)]
		if unit == "M" || unit == "month" || unit == "months" {
			u, ok = 30*86400, true
		}
		sum, known = d.offset*u, ok && d.what == isNumber
	} else if o := j.flow.Eval(arg(n, 0), ctx); o.Kind == flow.Object {
		for _, f := range o.Fields {
			u, ok := spanUnits[strings.ToLower(f.Name)]
			if strings.HasPrefix(f.Name, "month") {
				u, ok = 30*86400, true
			}
			known = known && ok && f.Value.Kind == flow.Num
			sum += f.Value.Num * u
		}
	} else {
		known = false
	}
	if minus {
		sum = -sum
	}
	t.offset += sum
	t.known = t.known && known
	return t
}

package judge

import (
	"strconv"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// expiry is the rule missingexpiry; it returns the lifetime for the map.
func (j *judge) expiry(m *mint, o *flow.Value) string {
	at := o.Node
	if at == nil {
		at = m.claimsNode
	}
	f := o.Field("exp")
	switch {
	case f != nil && f.Value.All(func(a *flow.Value) bool { return a.Kind == flow.Undef || a.Kind == flow.Null }):
		f = nil
	case f != nil && f.Maybe && m.expires == nil:
		j.expires(m, finding.Medium, m.conf, at, "exp is set on some paths only; set it on every path")
		return "open"
	}
	if f != nil {
		return j.expClaim(m, valueNode(f), f.Value.Ctx)
	}
	if m.expires != nil {
		return j.expOption(m)
	}
	if o.Open {
		return "open"
	}
	j.expires(m, finding.Medium, m.conf, at, "the Messenger JWT has no exp, so it stays valid until the secret is rotated; give it an expiry of at most "+span(j.lifetime()))
	return "none"
}

func (j *judge) expires(m *mint, sev finding.Severity, conf finding.Confidence, at *tree.Node, msg string) {
	j.report("missingexpiry", sev, conf, at, msg, j.step(m.node, m.why))
}

// expClaim judges the value of exp.
func (j *judge) expClaim(m *mint, at *tree.Node, ctx *flow.Ctx) string {
	t := j.moment(at, m.ctx, 0)
	switch t.what {
	case isDate:
		j.expires(m, finding.Medium, m.conf, at, "exp is a Date or a string in the claims; write Unix seconds such as Math.floor(Date.now() / 1000) + 3600")
		return "open"
	case isTime:
		switch {
		case t.millis:
			j.expires(m, finding.Medium, m.conf, at, "exp is in milliseconds; divide by 1000, Intercom reads Unix seconds")
			return "open"
		case t.known && t.offset <= 0:
			j.expires(m, finding.Medium, m.conf, at, "exp is not after now, so the token is expired when it is made; add a lifetime in seconds")
			return "0s"
		case t.known:
			return j.tooLong(m, at, t.offset, t.guess)
		}
		return "open"
	case isNumber:
		switch {
		case t.offset > 1e11:
			j.expires(m, finding.Medium, m.conf, at, "exp is in milliseconds; divide by 1000, Intercom reads Unix seconds")
		case t.offset < 1e9:
			j.expires(m, finding.Medium, m.conf, at, "exp is a duration and not a point in time, so the token is expired when it is made; add it to Math.floor(Date.now() / 1000)")
			return "0s"
		}
	}
	return "open"
}

// expOption judges expiresIn and setExpirationTime.
func (j *judge) expOption(m *mint) string {
	jose := m.expiresAt != nil && m.expiresAt.Parent != nil && lastName(m.expiresAt.Parent.X) == "setExpirationTime"
	at := m.expiresAt
	if at == nil {
		return "open"
	}
	if at.Kind == tree.Prop && at.X != nil {
		at = at.X
	}
	out := "open"
	m.expires.Each(func(a *flow.Value) {
		conf := m.conf
		if a.Fallback {
			conf = finding.ConfidenceMedium
		}
		var d float64
		ok := false
		if s, isText := a.Const(); isText {
			d, ok = parseSpan(s, jose)
		} else if a.Kind == flow.Num && !jose {
			d, ok = a.Num, true
			if m.millis {
				d /= 1000
			}
		} else if a.Kind == flow.Num || jose {
			out = j.expClaimJose(m, at)
			return
		}
		switch {
		case !ok:
		case d <= 0:
			j.expires(m, finding.Medium, conf, at, "the lifetime of the Messenger JWT is not positive, so the token is expired when it is made; give it a positive one")
			out = "0s"
		default:
			out = j.tooLong(m, at, d, a.Fallback)
		}
	})
	return out
}

// expClaimJose judges a number or Date given to setExpirationTime: a Date is
// right there.
func (j *judge) expClaimJose(m *mint, at *tree.Node) string {
	if t := j.moment(at, m.ctx, 0); t.what == isDate {
		if t.known {
			return j.tooLong(m, at, t.offset, false)
		}
		return "open"
	}
	return j.expClaim(m, at, m.ctx)
}

func (j *judge) tooLong(m *mint, at *tree.Node, seconds float64, guess bool) string {
	const most = 1 << 33
	if seconds > most {
		seconds = most
	}
	d := time.Duration(seconds * float64(time.Second))
	if seconds > 9e9 {
		d = 1<<63 - 1
	}
	if d > j.lifetime() {
		sev, conf := finding.Medium, m.conf
		if d > 7*24*time.Hour {
			sev = finding.High
		}
		if guess {
			conf = finding.ConfidenceMedium
		}
		j.expires(m, sev, conf, at, "the Messenger JWT lives for "+span(d)+"; let it expire within "+span(j.lifetime()))
	}
	return d.String()
}

// span says a duration for people.
func span(d time.Duration) string {
	day := 24 * time.Hour
	switch {
	case d >= day && d%day == 0 && d > day:
		return strconv.Itoa(int(d/day)) + " days"
	case d >= time.Hour && d%time.Hour == 0:
		return strconv.Itoa(int(d/time.Hour)) + "h"
	case d >= time.Minute && d%time.Minute == 0:
		return strconv.Itoa(int(d/time.Minute)) + "m"
	}
	return d.String()
}

var spanUnits = map[string]float64{
	"ms": .001, "msec": .001, "millisecond": .001, "milliseconds": .001, "msecs": .001,
	"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
	"m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
	"h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
	"d": 86400, "day": 86400, "days": 86400,
	"w": 604800, "week": 604800, "weeks": 604800,
	"y": 31557600, "yr": 31557600, "yrs": 31557600, "year": 31557600, "years": 31557600,
}

// parseSpan reads "2h", "7 days", "1y" as vercel/ms and jose do
// (https://github.com/vercel/ms, https://github.com/panva/jose). A bare number
// in a string is milliseconds for jsonwebtoken.
func parseSpan(s string, jose bool) (seconds float64, ok bool) {
	s = strings.TrimSpace(strings.ToLower(s))
	s = strings.TrimSpace(strings.TrimSuffix(s, "from now"))
	ago := strings.HasSuffix(s, "ago")
	s = strings.TrimSpace(strings.TrimSuffix(s, "ago"))
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' || s[i] == '-' || s[i] == '+') {
		i++
	}
	x, err := strconv.ParseFloat(s[:i], 64)
	if err != nil {
		return 0, false
	}
	unit := strings.TrimSpace(s[i:])
	if unit == "" {
		if jose {
			return 0, false
		}
		return x / 1000, true
	}
	u, ok := spanUnits[unit]
	if ago {
		u = -u
	}
	return x * u, ok
}

const (
	isUnknown timeKind = iota
	isNumber
	isTime
	isDate
)

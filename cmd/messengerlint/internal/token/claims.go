package token

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// maxShown is how much of a value is shown.
const maxShown = 120

// fields lists the entries of an object, known ones first.
func (q Question) fields(m map[string]any, first []string) []Field {
	var names []string
	for name := range m {
		if !slices.Contains(first, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var out []Field
	for _, name := range append(slices.Clone(first), names...) {
		v, ok := m[name]
		if !ok {
			continue
		}
		f := Field{Name: name, Value: q.shown(v)}
		if slices.Contains([]string{"exp", "iat", "nbf"}, name) {
			if at, unit, ok := instant(v); ok {
				f.Note = at.UTC().Format("2006-01-02 15:04:05") + " UTC, " + relative(at.Sub(q.Now)) + unit
			}
		}
		out = append(out, f)
	}
	return out
}

// shown is a value as JSON, cut, and without the secret should it be in there.
func (q Question) shown(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return "?"
	}
	text := string(raw)
	if len(q.Secret) > 0 && strings.Contains(text, strings.TrimSpace(string(q.Secret))) {
		return "(holds the secret)"
	}
	if r := []rune(text); len(r) > maxShown {
		text = string(r[:maxShown]) + "…"
	}
	return text
}

// instant reads a time in seconds, or in the units that people write by mistake.
func instant(v any) (at time.Time, unit string, ok bool) {
	n, isNumber := v.(json.Number)
	if !isNumber {
		return at, "", false
	}
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil || f < 0 || f > 9e18 {
		return at, "", false
	}
	switch {
	case f >= 1e17:
		return time.Unix(0, int64(f)), ", read as nanoseconds", true
	case f >= 1e14:
		return time.UnixMicro(int64(f)), ", read as microseconds", true
	case f >= 1e11:
		return time.UnixMilli(int64(f)), ", read as milliseconds", true
	}
	return time.Unix(int64(f), 0), "", true
}

// relative says how far a time is away, in words.
func relative(d time.Duration) string {
	if d >= 0 {
		return "in " + Words(d)
	}
	return Words(-d) + " ago"
}

// Words says a duration with its two largest units.
func Words(d time.Duration) string {
	units := []struct {
		name string
		size time.Duration
	}{{"year", 365 * 24 * time.Hour}, {"day", 24 * time.Hour}, {"hour", time.Hour}, {"minute", time.Minute}, {"second", time.Second}}
	var parts []string
	for _, u := range units {
		n := d / u.size
		d -= n * u.size
		if n == 0 {
			if len(parts) > 0 {
				break
			}
			continue
		}
		text := fmt.Sprintf("%d %s", n, u.name)
		if n > 1 {
			text += "s"
		}
		if parts = append(parts, text); len(parts) == 2 {
			break
		}
	}
	if len(parts) == 0 {
		return "less than a second"
	}
	return strings.Join(parts, " ")
}

func (a *Answer) algorithm(header map[string]any) {
	alg, isText := header["alg"].(string)
	switch {
	case !isText:
		a.add("signingalg", finding.High, "the header names no algorithm; sign with HS256")
	case strings.EqualFold(alg, "none"):
		a.add("signingalg", finding.Critical, "the token is not signed (alg none), so anybody can write one; sign with HS256")
	case alg != "HS256":
		a.add("signingalg", finding.High, "the token is signed with "+quoted(alg)+", and the Messenger accepts HS256 alone")
	}
}

func (a *Answer) userID(claims map[string]any) {
	v, ok := claims["user_id"]
	if !ok {
		text := "there is no user_id, and Intercom refuses a token without it"
		for _, name := range sortedNames(claims) {
			if name != "email" && (name == "sub" || messenger.WrongUserIDName(name)) {
				text = "there is no user_id but " + quoted(name) + ", which Intercom does not read; name it user_id"
				break
			}
		}
		if _, mail := claims["email"]; mail && !strings.Contains(text, "which") {
			text = "there is no user_id, only an email; Intercom refuses a token without user_id"
		}
		a.add("missinguserid", finding.High, text)
		return
	}
	id, isText := v.(string)
	switch {
	case !isText:
		a.add("missinguserid", finding.High, "user_id is "+jsonKind(v)+", and Intercom wants a string")
	case strings.TrimSpace(id) == "":
		a.add("missinguserid", finding.High, "user_id is empty")
	case messenger.PlaceholderID(id):
		a.add("missinguserid", finding.High, "user_id is "+quoted(id)+", which stands for nobody, or for everybody")
	}
}

func sortedNames(m map[string]any) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func jsonKind(v any) string {
	switch v.(type) {
	case json.Number:
		return "a number"
	case bool:
		return "true or false"
	case nil:
		return "null"
	case []any:
		return "a list"
	}
	return "an object"
}

// quoted keeps a word of a stranger's token harmless.
func quoted(word string) string {
	if r := []rune(word); len(r) > 40 {
		word = string(r[:40]) + "…"
	}
	return strconv.Quote(word)
}

func (q Question) lifetime(a *Answer, claims map[string]any) {
	v, ok := claims["exp"]
	if !ok {
		a.add("missingexpiry", finding.Medium, "there is no exp, so the token is good until the secret is rotated; add exp, at most "+Words(q.MaxLifetime)+" from now")
		return
	}
	exp, unit, ok := instant(v)
	if !ok {
		a.add("missingexpiry", finding.High, "exp is "+jsonKindOrText(v)+"; it must be a number, the seconds since 1970")
		return
	}
	if unit != "" {
		a.add("missingexpiry", finding.High, "exp is not in seconds ("+strings.TrimPrefix(unit, ", read as ")+"), so the token practically never expires; divide it")
		return
	}
	if !exp.After(q.Now) {
		a.add("", finding.Medium, "the token expired "+relative(exp.Sub(q.Now))+"; a new one must be handed over before that")
	}
	from, since := q.Now, "from now"
	if iat, iatUnit, ok := instant(claims["iat"]); ok && iatUnit == "" {
		from, since = iat, "after iat"
		if iat.After(q.Now.Add(time.Minute)) {
			a.add("", finding.Medium, "iat lies in the future ("+relative(iat.Sub(q.Now))+"); look at the server's clock")
		}
	}
	if nbf, _, ok := instant(claims["nbf"]); ok && nbf.After(q.Now.Add(time.Minute)) {
		a.add("", finding.Medium, "the token does not hold before nbf ("+relative(nbf.Sub(q.Now))+")")
	}
	if life := exp.Sub(from); life > q.MaxLifetime {
		level := finding.Medium
		if life > 7*24*time.Hour {
			level = finding.High
		}
		a.add("missingexpiry", level, "exp is "+Words(life)+" "+since+", and whoever gets hold of the token can use it that long; at most "+Words(q.MaxLifetime)+" is advised")
	}
}

func jsonKindOrText(v any) string {
	if _, ok := v.(string); ok {
		return "a text"
	}
	return jsonKind(v)
}

package config

import (
	"path"
	"sort"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// judge turns the pairs of one file into findings.
type judge struct {
	file   *reader.File
	src    string
	lines  []int
	format Format
	names  messenger.Vocabulary

	result    reader.Result
	published map[string]bool   // names under a public prefix that were reported
	keys      []keyed           // secrets with a platform, for wrongkey
	count     map[[2]string]int // findings by rule and name, for fingerprints
	expo      int               // 0 unknown, 1 yes, 2 no
}

// keyed is a value under a name that tells a platform.
type keyed struct {
	pair
	platform string
}

// followed are the extensions of languages whose readers follow the key and the
// result of a call: where its arguments hold an object they know better than a
// neighbourhood what it is for.
var followed = wordset.Set{Words: `.js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte .swift .m .h .mm .kt .kts .java .dart`}

func (j *judge) all(pairs []pair) reader.Result {
	j.published, j.count = map[string]bool{}, map[[2]string]int{}
	for _, p := range pairs {
		j.one(p)
	}
	j.sharedKeys()
	return j.result
}

func (j *judge) one(p pair) {
	switch p.origin {
	case restToken:
		j.remember(p)
		j.report(p, "hardcodedsecret", finding.Critical, finding.ConfidenceHigh, messageREST())
		return
	case jwt:
		j.remember(p)
		j.report(p, "hardcodedsecret", finding.Critical, finding.ConfidenceMedium, messageJWT())
		return
	case inline:
		if messenger.Shape(p.value) == messenger.SecretShape && !(followed.Has(path.Ext(j.file.Path)) && strings.Contains(j.src[p.nameAt:p.at], "{")) {
			j.secret(p, finding.ConfidenceMedium, messageInline(p.name))
		}
		return
	}
	if j.hash(p) {
		return
	}
	strength := j.names.SecretName(p.name)
	if strength < messenger.WeakName || messenger.NeedsIntercomContext(p.name) && !j.file.Intercom {
		return
	}
	value, ok := j.literal(&p)
	shape := messenger.NoShape
	if ok {
		shape = messenger.Shape(value)
	}
	j.named(p, strength, value, ok, shape)
}

// literal narrows the pair to the literal that is written in it.
func (j *judge) literal(p *pair) (string, bool) {
	if p.decoded {
		return p.value, true
	}
	value, off, fallback, ok := literal(p.value)
	if ok && p.hasValue() && strings.HasPrefix(j.src[p.at:], p.value) {
		p.at += off
		p.end = p.at + len(value)
	}
	p.value = value
	p.fallback = p.fallback || fallback
	return value, ok
}

// named judges a value, if there is one, under a name of the Messenger secret.
func (j *judge) named(p pair, strength messenger.Strength, value string, isLiteral bool, shape messenger.ShapeClass) {
	if j.public(p, strength, value, isLiteral, shape) || j.mobile(p, strength, isLiteral, shape) {
		return
	}
	if p.origin == ldflags {
		j.linked(p, strength, value, isLiteral, shape)
		return
	}
	if p.origin == k8sEnv && isLiteral && value == "" && strength == messenger.StrongName {
		j.report(p, "wrongkey", finding.High, finding.ConfidenceMedium, messageEmpty(p))
		return
	}
	enough := shape == messenger.SecretShape || shape == messenger.LooseShape && strength == messenger.StrongName && j.format != Prose
	if !isLiteral || !enough {
		return
	}
	confidence := finding.ConfidenceMedium
	if shape == messenger.LooseShape {
		confidence = finding.ConfidenceLow
	}
	if platform := messenger.Platform(p.name); platform != "" {
		j.keys = append(j.keys, keyed{p, platform})
	}
	if Served(j.file.Path) && shape == messenger.SecretShape && j.format != Prose {
		j.remember(p)
		j.report(p, "frontendkey", finding.Critical, confidence, messageServed(p))
		return
	}
	j.secret(p, confidence, messageSecret(p, strength))
}

// public reports a name that publishes its value, once a file (ruling 18).
func (j *judge) public(p pair, strength messenger.Strength, value string, isLiteral bool, shape messenger.ShapeClass) bool {
	leaf := lastName(p.name)
	prefix, ok := messenger.PublicPrefix(leaf)
	if !ok || j.format == Prose || j.format == Text {
		return false
	}
	if strength == messenger.WeakName && !strings.Contains(strings.ToLower(leaf), "secret") && shape != messenger.SecretShape {
		return true // mostly an app id or an SDK key
	}
	if ExampleFile(j.file.Path) && (!p.hasValue() || messenger.Placeholder(value)) || j.published[leaf] {
		return true
	}
	j.published[leaf] = true
	if shape == messenger.SecretShape {
		j.remember(p)
	}
	j.report(p, "frontendkey", finding.Critical, finding.ConfidenceHigh, messagePublic(leaf, prefix))
	return true
}

func lastName(name string) string {
	return name[strings.LastIndexAny(name, ".[\"' /")+1:]
}

// mobile reports a key in the configuration of an app.
func (j *judge) mobile(p pair, strength messenger.Strength, isLiteral bool, shape messenger.ShapeClass) bool {
	if p.origin != buildConf && !j.mobileFile(p) {
		return false
	}
	key := shape == messenger.SecretShape || shape == messenger.LooseShape && strength == messenger.StrongName
	if !isLiteral || p.origin == buildConf && !strings.ContainsAny(j.src[max(0, p.at-1):p.at], `"'`) {
		// The build puts the value in: the name alone tells.
		key = p.hasValue() && j.substitutes(p) && (strength == messenger.StrongName || strings.Contains(strings.ToLower(p.name), "secret"))
	}
	if !key {
		return true
	}
	confidence := finding.ConfidenceHigh
	if shape == messenger.SecretShape {
		j.remember(p)
	} else {
		confidence = finding.ConfidenceMedium
	}
	j.report(p, "frontendkey", finding.Critical, confidence, messageMobile(p))
	return true
}

// substitutes reports files that become part of the app with variables filled
// in.
func (j *judge) substitutes(p pair) bool {
	return p.origin == buildConf || j.format == XML
}

// mobileFile reports files that are part of a mobile app, or of its build.
func (j *judge) mobileFile(p pair) bool {
	base := strings.ToLower(path.Base(j.file.Path))
	switch {
	case base == "info.plist", strings.HasSuffix(base, "-info.plist"), base == "strings.xml", base == "androidmanifest.xml",
		base == "gradle.properties", strings.HasSuffix(base, ".xcconfig"), base == "googleservice-info.plist":
		return true
	case base == "app.json":
		return strings.HasPrefix(p.name, "expo.") || j.expoApp()
	case j.format == XML:
		return strings.Contains(j.file.Path, "res/values") || strings.HasSuffix(base, ".plist")
	}
	return false
}

// expoApp reports an app.json of React Native or Expo; Heroku has one too.
func (j *judge) expoApp() bool {
	if j.expo == 0 {
		j.expo = 2
		if strings.Contains(j.src, `"expo"`) || strings.Contains(j.src, `"displayName"`) {
			j.expo = 1
		}
	}
	return j.expo == 1
}

// linked reports a secret that the linker writes into a binary, be the value a
// literal or a variable.
func (j *judge) linked(p pair, strength messenger.Strength, value string, isLiteral bool, shape messenger.ShapeClass) {
	switch {
	case strength == messenger.StrongName && p.hasValue() && (!isLiteral || !messenger.Placeholder(value)):
	case isLiteral && shape == messenger.SecretShape:
	default:
		return
	}
	if shape == messenger.SecretShape {
		j.remember(p)
	}
	j.report(p, "hardcodedsecret", finding.Critical, finding.ConfidenceMedium, messageLinked(p))
}

// hash reports somebody's user_hash written as a literal.
func (j *judge) hash(p pair) bool {
	kind, strong := messenger.ProofName(p.name)
	if kind != messenger.ProofHash || !messenger.UserHash(p.value) || j.format == Prose {
		return false
	}
	if !strong && !j.file.Intercom {
		return false
	}
	j.report(p, "identityhash", finding.High, finding.ConfidenceMedium, messageHash(p))
	return true
}

// sharedKeys reports one value under the names of two platforms.
func (j *judge) sharedKeys() {
	first := map[string]keyed{}
	sort.SliceStable(j.keys, func(a, b int) bool { return j.keys[a].at < j.keys[b].at })
	for _, k := range j.keys {
		other, seen := first[k.value]
		if !seen {
			first[k.value] = k
			continue
		}
		if other.platform == k.platform {
			continue
		}
		j.report(k.pair, "wrongkey", finding.High, finding.ConfidenceMedium, messageShared(k.pair, other.pair, k.platform),
			finding.Step{Place: j.place(other.pair), Text: "the same value is the key of " + platformWord(other.platform) + " here"})
	}
}

func (j *judge) secret(p pair, c finding.Confidence, message string) {
	j.remember(p)
	j.report(p, "hardcodedsecret", finding.Critical, c, message)
}

func (j *judge) remember(p pair) {
	j.result.Secrets = append(j.result.Secrets, reader.Secret{Place: j.place(p), Name: printable(p.name), Value: p.value})
}

func (j *judge) report(p pair, rule string, s finding.Severity, c finding.Confidence, message string, steps ...finding.Step) {
	f := finding.Finding{Rule: rule, Severity: s, Confidence: c, Place: j.place(p), Message: message, Steps: steps}
	if len(steps) == 0 && p.name != "" && p.origin != inline {
		name := j.at(p.nameAt, p.nameAt)
		f.Steps = []finding.Step{{Place: name, Text: "the name " + printable(p.name) + " is the Messenger's"}}
	}
	symbol := p.name
	if symbol == "" {
		symbol = rule
	}
	for _, old := range j.result.Findings {
		if old.Rule == rule && old.Line == f.Line && old.Column == f.Column {
			return
		}
	}
	id := [2]string{rule, printable(symbol)}
	f.Fingerprint = finding.Fingerprint(rule, j.file.Name, id[1], j.count[id])
	j.count[id]++
	j.result.Findings = append(j.result.Findings, f)
}

func (j *judge) place(p pair) finding.Place {
	if p.hasValue() {
		return j.at(p.at, p.end)
	}
	return j.at(p.nameAt, p.nameAt+len(lastName(p.name)))
}

// at turns offsets into lines and columns.
func (j *judge) at(start, end int) finding.Place {
	l, c := j.position(start)
	el, ec := j.position(end)
	return finding.Place{Path: j.file.Path, Line: l, Column: c, EndLine: el, EndColumn: ec}
}

func (j *judge) position(off int) (line, column int) {
	line = sort.SearchInts(j.lines, off+1)
	return line, off - j.lines[line-1] + 1
}

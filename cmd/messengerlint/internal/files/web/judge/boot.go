package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// boot is one place where the Messenger learns its settings.
type boot struct {
	node     *tree.Node // where it is reported
	kind     string
	keys     keys
	settings *flow.Value
	known    bool // an identity that is known without the settings (Segment)
	platform string
	proof    string // a proof handed over by another call: "jwt", "hmac", "open"
}

// findBoots finds and judges the boots of the script.
func (j *judge) findBoots() {
	var boots []*boot
	for _, c := range j.calls {
		if b := j.bootAt(c); b != nil {
			boots = append(boots, b)
		}
	}
	boots = append(boots, j.settingsBoots()...)
	for _, b := range boots {
		j.judgeBoot(b, boots)
	}
	j.findLogins()
}

// bootAt reads a call as a boot, or nil.
func (j *judge) bootAt(c *tree.Node) *boot {
	if c.Kind == tree.New {
		return nil
	}
	if b := j.bootComponent(c); b != nil {
		return b
	}
	if b := j.bootCommand(c); b != nil {
		return b
	}
	if b := j.bootMethod(c); b != nil {
		return b
	}
	return j.bootSegment(c)
}

// bootCommand reads Intercom("boot" | "update", {…}).
func (j *judge) bootCommand(c *tree.Node) *boot {
	if len(c.List) < 2 || c.X == nil {
		return nil
	}
	name := lastName(c.X)
	if c.X.Kind == tree.Ident || c.X.Kind == tree.Member {
		if name != "Intercom" && name != "intercom" && name != "ic" && name != "$intercom" && name != "apply" && !messenger.HasIntercom(name) {
			return nil
		}
	}
	word, ok := j.flow.Eval(c.List[0], nil).Const()
	if !ok || word != "boot" && word != "update" {
		return nil
	}
	return &boot{node: c, kind: word, keys: rawKeys, settings: j.flow.Eval(c.List[1], nil), platform: "web"}
}

// bootMethod reads the functions and services of the SDKs.
func (j *judge) bootMethod(c *tree.Node) *boot {
	if c.X == nil || len(c.List) == 0 {
		return nil
	}
	callee := j.flow.Eval(c.X, nil)
	var found *boot
	callee.Each(func(v *flow.Value) {
		if found != nil {
			return
		}
		found = j.bootCallee(c, v)
	})
	return found
}

func (j *judge) bootCallee(c *tree.Node, v *flow.Value) *boot {
	name := lastName(c.X)
	if mod, member, ok := v.Import(); ok {
		if d, ok := sdkCalls[mod+"."+member]; ok && d.kind != "login" {
			return j.settingsOf(c, d.kind, d.keys, d.arg)
		}
		if member == "useScriptIntercom" {
			return j.settingsOf(c, "boot", rawKeys, 0)
		}
		if kind, ok := hookMethods[name]; ok && serviceModules[mod] {
			return j.settingsOf(c, kind, rawKeys, 0)
		}
	}
	switch v.Kind {
	case flow.Called: // const { boot } = useIntercom()
		mod, member, ok := v.Callee.Import()
		if kind, is := hookMethods[last(v.Path)]; ok && is && (member == "useIntercom" || mod == "react-use-intercom") {
			ks := camelKeys
			if mod != "react-use-intercom" {
				if !messenger.HasIntercom(mod) || mod[0] == '.' || mod[0] == '@' && mod[1] == '/' {
					return nil // a hook of the project's own: its keys are not known
				}
				ks = rawKeys
			}
			return j.settingsOf(c, kind, ks, 0)
		}
	case flow.Global:
		if v.Text == "useScriptIntercom" {
			return j.settingsOf(c, "boot", rawKeys, 0)
		}
		if kind, is := hookMethods[name]; is && (strings.HasSuffix(v.Text, "Intercom."+name) || strings.HasSuffix(v.Text, "$intercom."+name)) {
			return j.settingsOf(c, kind, rawKeys, 0)
		}
	case flow.Unknown, flow.Param:
		return j.bootService(c, v)
	}
	return nil
}

// bootService reads this.intercom.boot({…}) of an Angular or Vue wrapper.
func (j *judge) bootService(c *tree.Node, v *flow.Value) *boot {
	name := lastName(c.X)
	kind, ok := hookMethods[name]
	if !ok || c.X.Kind != tree.Member || c.X.X == nil {
		return nil
	}
	owner := lastName(c.X.X)
	if !messenger.HasIntercom(owner) {
		return nil
	}
	if owner == "$intercom" {
		return j.settingsOf(c, kind, rawKeys, 0)
	}
	for _, m := range j.imports() {
		if serviceModules[m] {
			return j.settingsOf(c, kind, rawKeys, 0)
		}
	}
	return nil
}

func (j *judge) settingsOf(c *tree.Node, kind string, ks keys, i int) *boot {
	n := arg(c, i)
	if n == nil {
		return nil
	}
	platform := "web"
	if j.side.native {
		platform = "react-native"
	}
	return &boot{node: c, kind: kind, keys: ks, settings: j.flow.Eval(n, nil), platform: platform}
}

// bootComponent reads <IntercomProvider autoBootProps={…}> and <Intercom …>.
func (j *judge) bootComponent(c *tree.Node) *boot {
	name, props, ok := tree.JSX(c)
	if !ok || props == nil || name.Kind == tree.String {
		return nil
	}
	mod, member, ok := j.flow.Eval(name, nil).Import()
	if !ok {
		return nil
	}
	d, ok := components[mod+"."+member]
	if !ok {
		return nil
	}
	v := j.flow.Eval(props, nil)
	if d.prop == "" {
		return &boot{node: c, kind: "boot", keys: d.keys, settings: v, platform: "web"}
	}
	if v.Kind != flow.Object {
		return nil
	}
	f := v.Field(d.prop)
	if f == nil {
		return nil
	}
	return &boot{node: f.Key, kind: "boot", keys: d.keys, settings: f.Value, platform: "web"}
}

// bootSegment reads analytics.identify(id, traits, {integrations: {Intercom}}).
func (j *judge) bootSegment(c *tree.Node) *boot {
	name := lastName(c.X)
	if name != "identify" || len(c.List) < 2 {
		return nil
	}
	for i := len(c.List) - 1; i >= 0; i-- {
		o := j.flow.Eval(c.List[i], nil)
		if o.Kind != flow.Object {
			continue
		}
		if f := o.Field("context"); f != nil && f.Value.Kind == flow.Object && o.Field("integrations") == nil {
			o = f.Value
		}
		f := o.Field("integrations")
		if f == nil || f.Value.Kind != flow.Object {
			continue
		}
		ic := f.Value.Field("Intercom")
		if ic == nil || ic.Value.Empty() {
			return nil
		}
		v := ic.Value
		if v.Kind == flow.Bool {
			v = &flow.Value{Kind: flow.Object, Node: v.Node}
		}
		return &boot{node: c, kind: "boot", keys: segmentKeys, settings: v, known: true, platform: "web"}
	}
	return nil
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

// judgeBoot is the rule unsignedboot, and identityhash's part at boots.
func (j *judge) judgeBoot(b *boot, all []*boot) {
	entry := reader.Boot{Place: j.place(b.node), Platform: b.platform, Kind: b.kind, Proof: "none"}
	if b.proof != "" {
		entry.Proof = b.proof
	}
	b.settings.Each(func(o *flow.Value) {
		if o.Empty() {
			return
		}
		s, seen := b.read(o)
		entry.Identity = entry.Identity || s.identity != ""
		entry.Unsigned = s.unsigned
		switch {
		case s.proof != "none":
			entry.Proof = s.proof
		case !seen:
			entry.Proof = "open"
		}
		j.bootProofs(b, s)
		if s.identity == "" || s.proof != "none" || b.proof != "" {
			if s.missp != "" && s.identity != "" || s.missp == "" || b.proof != "" {
				return
			}
		}
		if !seen && s.missp == "" {
			return
		}
		if b.kind == "update" && s.missp == "" && !j.updateCounts(b, all) {
			return
		}
		j.reportBoot(b, s, o)
	})
	entry.Refresh = j.refreshed(b, all)
	j.out.Boots = append(j.out.Boots, entry)
}

// updateCounts says whether an update without proof is reported: it names a
// user, so it does, unless it only follows an identified boot without proof,
// which is reported itself.
func (j *judge) updateCounts(b *boot, all []*boot) bool { return true }

// refreshed says whether another boot or update hands over a JWT.
func (j *judge) refreshed(b *boot, all []*boot) bool {
	for _, o := range all {
		if o == b || o.kind != "update" {
			continue
		}
		found := false
		o.settings.Each(func(v *flow.Value) {
			s, _ := o.read(v)
			found = found || s.proof == "jwt"
		})
		if found {
			return true
		}
	}
	return false
}

func (j *judge) reportBoot(b *boot, s state, o *flow.Value) {
	at := b.node
	msg := ""
	switch {
	case s.missp != "":
		msg = b.call() + " hands over the proof as " + s.missp + ", which Intercom does not read; name it " + s.correct
	case s.empty != "":
		msg = b.call() + " names the user by " + s.identity + " and its " + s.empty + " is empty; hand over intercom_user_jwt from the server"
	default:
		msg = b.call() + " names the user by " + s.identity + " and carries no proof; add intercom_user_jwt from the server"
	}
	if b.keys.camel {
		msg = strings.ReplaceAll(msg, "add intercom_user_jwt", "add intercomUserJwt")
		msg = strings.ReplaceAll(msg, "hand over intercom_user_jwt", "hand over intercomUserJwt")
	}
	var steps []finding.Step
	if f := o.Field(s.identity); f != nil && f.Key != nil {
		steps = append(steps, j.step(f.Key, "names the user by "+s.identity))
	}
	j.report("unsignedboot", finding.High, finding.ConfidenceHigh, at, msg, steps...)
}

// call is how a message names a boot.
func (b *boot) call() string {
	switch {
	case b.kind == "settings":
		return "intercomSettings"
	case b.known:
		return "analytics.identify for Intercom"
	}
	return "the Intercom " + b.kind
}

package boot

import (
	"strings"
	"testing"
)

// verdict is what the boots of a text come to.
func verdict(text string) string {
	var out []string
	for _, b := range Find(text) {
		if b.Inert {
			continue
		}
		what := "-"
		for _, s := range b.States(Look{}) {
			switch {
			case s.Misspelt != nil && !s.Proof():
				what = "misspelt"
			case s.Identity != nil && !s.Proof() && !b.Open:
				what = "unsigned"
			case s.Hash != nil && s.JWT == nil && what == "-":
				what = "hash"
			}
		}
		out = append(out, what)
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"settings":        {`<script>window.intercomSettings = {app_id: "a", user_id: "{{.ID}}"};</script>`, "unsigned"},
		"signed":          {`window.intercomSettings = {app_id: "a", user_id: "{{.ID}}", intercom_user_jwt: "{{.JWT}}"};`, "-"},
		"hash":            {`window.intercomSettings = {user_id: "{{.ID}}", user_hash: "{{.Hash}}"};`, "hash"},
		"anonymous":       {`Intercom('boot', {app_id: "a"});`, "-"},
		"update":          {`window.Intercom("update", {"email": "{{.Email}}"})`, "unsigned"},
		"empty identity":  {`Intercom('boot', {app_id: "a", user_id: ""});`, "-"},
		"empty proof":     {`Intercom('boot', {user_id: "{{.ID}}", intercom_user_jwt: undefined});`, "unsigned"},
		"misspelt":        {`Intercom('boot', {user_id: "{{.ID}}", intercomUserJwt: "{{.JWT}}"});`, "misspelt"},
		"escaped":         {`Intercom(\"boot\", {\"user_id\": \"{{.ID}}\", \"intercom_user_jwt\": \"{{.J}}\"})`, "-"},
		"escaped hit":     {`Intercom(\"boot\", {\"user_id\": \"{{.ID}}\"})`, "unsigned"},
		"spread unknown":  {`Intercom('boot', {user_id: id, ...rest});`, "-"},
		"spread known":    {`const u = {user_id: "{{.ID}}"}; Intercom('boot', {app_id: "a", ...u});`, "unsigned"},
		"variable":        {`var s = {app_id: "a", email: "{{.E}}"}; Intercom('boot', s);`, "unsigned"},
		"variable signed": {`var s = {app_id: "a", email: "{{.E}}"}; s.intercom_user_jwt = "{{.J}}"; Intercom('boot', s);`, "-"},
		"variable filled": {`var s = {app_id: "a", email: "{{.E}}"}; sign(s); Intercom('boot', s);`, "-"},
		"assign":          {`window.intercomSettings = {app_id: "a"}; window.intercomSettings.email = "{{.E}}";`, "unsigned"},
		"assign signed":   {`window.intercomSettings = {app_id: "a"}; intercomSettings.email = "{{.E}}"; intercomSettings["intercom_user_jwt"] = "{{.J}}";`, "-"},
		"object assign":   {`window.intercomSettings = Object.assign({}, {app_id: "a"}, {user_id: "{{.ID}}"});`, "unsigned"},
		"assign unknown":  {`window.intercomSettings = Object.assign({user_id: "{{.ID}}"}, extra);`, "-"},
		"whole":           {`window.intercomSettings = {{.Settings}};`, "-"},
		"hole key":        {"window.intercomSettings = {user_id: 'x', \x00};", "-"},
		"hole behind":     {"window.intercomSettings = {user_id: \x00, email: %q%s};", "-"},
		"verbs":           {`Intercom('boot', {app_id: %q, user_id: %q});`, "unsigned"},
		"if proof":        {`Intercom('boot', {user_id: "{{.ID}}", {{if .JWT}}intercom_user_jwt: "{{.JWT}}"{{end}}});`, "-"},
		"if proof comma":  {`Intercom('boot', {user_id: "{{.ID}}"{{if .JWT}}, intercom_user_jwt: "{{.JWT}}"{{end}}});`, "-"},
		"else":            {`Intercom('boot', { {{if .JWT}}intercom_user_jwt: "{{.JWT}}"{{else}}user_id: "{{.ID}}"{{end}} });`, "unsigned"},
		"not":             {`Intercom('boot', { {{if not .JWT}}user_id: "{{.ID}}"{{end}} {{if .JWT}}intercom_user_jwt: "{{.JWT}}"{{end}} });`, "unsigned"},
		"outer else":      {`{{if .JWT}}Intercom('boot', {intercom_user_jwt: "{{.JWT}}"});{{else}}Intercom('boot', {email: "{{.E}}"});{{end}}`, "- unsigned"},
		"value block":     {`Intercom('boot', {user_id: {{if .ID}}"{{.ID}}"{{else}}null{{end}}, intercom_user_jwt: "{{.J}}"});`, "-"},
		"template":        {`window.intercomSettings = {user_id: "{{.ID}}", {{template "proof" .}} };`, "-"},
		"comment key":     {"window.intercomSettings = { // settings\n user_id: \"{{.ID}}\", /* app_id */\n email: 'a' // , intercom_user_jwt: 'x'\n};", "unsigned"},
		"nested":          {`Intercom('boot', {app_id: "a", company: {user_id: "x", email: "y"}});`, "-"},
		"function":        {`Intercom('boot', {app_id: "a", on: function () { return {user_id: 1}; }, user_id: u});`, "unsigned"},
		"unclosed":        {`window.intercomSettings = {user_id: "{{.ID}}",`, "-"},
		"compared":        {`if (window.intercomSettings == {user_id: 1}) {}`, ""},
		"other object":    {`app.chat.intercomSettings = {user_id: "1"};`, ""},
		"other call":      {`Intercom('trackEvent', 'x', {email: "a"});`, ""},
		"sdk":             {`import Intercom from "@intercom/messenger-js-sdk"; Intercom({app_id: "a", user_id: "{{.ID}}"});`, "unsigned"},
		"segment":         {`analytics.identify("{{.ID}}", {email: "a"}, {integrations: {Intercom: {hideDefaultLauncher: true}}});Intercom`, "unsigned"},
		"segment signed":  {`analytics.identify("{{.ID}}", {}, {integrations: {Intercom: {intercom_user_jwt: "{{.J}}"}}});`, "-"},
		"ref":             {`window.intercomSettings = {user_id: "{{.ID}}"}; w.Intercom('update', w.intercomSettings);`, "unsigned"},
		"module key":      {`window["intercomSettings"] = {"user_id": "{{.ID}}"};`, "unsigned"},
		"or":              {`window.intercomSettings = {user_id: "{{.ID}}"} || other;`, "-"},
		"sentence":        {`call window.intercomSettings = {user_id: "1"} to boot`, ""},
		"sentence after":  {`Intercom('boot', {user_id: id}) has no proof`, ""},
		"markdown":        {"Install:\n```html\n<script>Intercom('boot', {user_id: 'a'})</script>\n```\n", ""},
		"code element":    {`<p>Use</p><pre>Intercom('boot', {user_id: 'a'})</pre>`, ""},
		"line comment":    {"<script>\n// Intercom('boot', {user_id: 'a'})\n</script>", ""},
		"html comment":    {`<!-- <script>Intercom('boot', {user_id: 'a'})</script> -->`, ""},
		"url before":      {`<script src="https://x.test/a.js"></script><script>Intercom('boot', {user_id: 'a'})</script>`, "unsigned"},
		"explained":       {"Put this snippet into your page:\n\n<script>Intercom('boot', {user_id: 'a'})</script>", ""},
		"guarded":         {`if (window.Intercom) window.Intercom('boot', {user_id: 'a'});`, "unsigned"},
		"logical":         {`window.Intercom && window.Intercom('update', {email: 'a'});`, "unsigned"},
		"cleared":         {`window.intercomSettings = {user_id: "a", user_hash: "{{.H}}"}; intercomSettings.user_hash = null;`, "hash"},
		"mark":            {`window.intercomSettings = {user_id: "a", __PROOF__};`, "-"},
		"ellipsis":        {`window.intercomSettings = {user_id: "a", ...};`, "-"},
		"manual":          {`<script>Intercom('boot', {app_id: "YOUR_APP_ID", user_id: "<USER ID>"});</script>`, "-"},
		"spoken string":   {`console.log("this is not a sentence of prose"); Intercom('boot', {user_id: "a"});`, "unsigned"},
		"dynamic key":     {`window.intercomSettings = {user_id: 'x', {{range $k, $v := .A}}"{{$k}}": {{$v}},{{end}}};`, "-"},
		"mustache":        {`Intercom('boot', {user_id: "{{id}}"{{#jwt}}, intercom_user_jwt: "{{jwt}}"{{/jwt}}});`, "-"},
		"jinja":           {`Intercom('boot', {user_id: "{{ id }}"{% if jwt %}, intercom_user_jwt: "{{ jwt }}"{% endif %}});`, "-"},
	} {
		if got := verdict(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestCondition(t *testing.T) {
	for text, want := range map[string]string{
		".JWT": ".JWT", "not .JWT": "!.JWT", `eq .JWT ""`: "!.JWT", `ne "" .JWT`: ".JWT", `jwt != ""`: "jwt", `jwt == ""`: "!jwt",
		"len(jwt) > 0": "jwt", "!ok": "!ok", "(not (not .A))": ".A", "and .A .B": "and .A .B", "a && b": "a && b", "gt (len .A) 0": ".A",
		"u.Token == nil": "!u.Token", "!(a || b)": "!a || b",
	} {
		expr, neg := Condition(text)
		if neg {
			expr = "!" + expr
		}
		if expr != want {
			t.Errorf("Condition(%q) = %q, want %q", text, expr, want)
		}
	}
}

func TestField(t *testing.T) {
	for _, c := range []struct{ action, dot, want string }{
		{"{{.JWT}}", "", ".JWT"}, {"{{- .User.JWT | js -}}", "", ".User.JWT"}, {"{{.JWT}}", ".User", ".User.JWT"}, {"{{$.JWT}}", ".User", ".JWT"},
		{"{{$.JWT}}", "?", ".JWT"}, {"{{.JWT}}", "?", ""}, {"{{js .JWT}}", "", ".JWT"}, {"{{call .JWT 1}}", "", ""}, {"{{.}}", ".User", ".User"},
	} {
		if got := Field(c.action, c.dot); got != c.want {
			t.Errorf("Field(%q, %q) = %q, want %q", c.action, c.dot, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(`{{if .A}}window.intercomSettings = {a: "{{.B}}", ...x, [y]: 1, f() {}, {{else}} c: (1, {})}{{end}}; Intercom("boot", Object.assign({}, s))`)
	f.Add("var s = {a: `${x}`}; s.b = 1; Intercom('boot', s) analytics.identify(1, {}, {integrations: {Intercom: true}})")
	f.Add("Intercom('boot', Object.assign(Object.assign(Object.assign(")
	f.Add("window.intercomSettings = {{{{{{{{{{")
	f.Add(`Intercom(\"update\", {\"a\": %q%s, /* */ // x`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, b := range Find(text) {
			if b.Pos < 0 || b.Pos > b.End || b.End > len(text) {
				t.Fatalf("boot at %d..%d of %d", b.Pos, b.End, len(text))
			}
			for _, k := range b.Keys {
				if k.Pos < 0 || k.Pos > len(text) || k.Value.Pos < 0 || k.Value.Pos > len(text) {
					t.Fatalf("key %q at %d, value at %d of %d", k.Name, k.Pos, k.Value.Pos, len(text))
				}
				Field(Dynamic(k.Value.Text), k.Value.Dot)
			}
			b.States(Look{})
		}
	})
}

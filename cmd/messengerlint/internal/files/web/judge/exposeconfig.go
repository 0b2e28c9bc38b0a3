package judge

import (
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// exposeConfigs reads the build configuration of frameworks.
func (j *judge) exposeConfigs() {
	base := path.Base(j.File.Path)
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		if n.Kind != tree.Prop || n.X == nil {
			return true
		}
		where := ""
		switch n.Name {
		case "publicRuntimeConfig":
			where = "publicRuntimeConfig"
		case "env":
			if strings.HasPrefix(base, "next.config") || strings.HasPrefix(base, "nuxt.config") || base == "gatsby-config.js" {
				where = "the bundle by env"
			}
		case "public":
			if p := n.Parent; p != nil && p.Parent != nil && p.Parent.Kind == tree.Prop && p.Parent.Name == "runtimeConfig" || strings.Contains(base, "runtimeConfig") {
				where = "runtimeConfig.public"
			}
		case "define", "banner", "footer", "rawDefine":
			if buildFile(base) || j.importsAny("esbuild", "vite", "tsup", "rollup", "rolldown", "@rspack/core", "bun") {
				where = "the bundle by " + n.Name
			}
		case "extra":
			if strings.HasPrefix(base, "app.config") || strings.HasPrefix(base, "app.json") {
				where = "the app by extra"
			}
		case "siteMetadata":
			where = "siteMetadata"
		}
		if where != "" {
			j.exposeConfig(n.X, where)
		}
		return true
	})
}

func buildFile(base string) bool {
	for _, w := range []string{"vite", "webpack", "esbuild", "rollup", "tsup", "build.", "rspack", "electron.vite", "astro.config", "svelte.config", "quasar.conf", "vue.config", "craco.config"} {
		if strings.HasPrefix(base, w) {
			return true
		}
	}
	return false
}

func (j *judge) importsAny(mods ...string) bool {
	for _, m := range j.imports() {
		for _, w := range mods {
			if m == w {
				return true
			}
		}
	}
	return false
}

// exposeConfig reports the fields of a configuration object whose key or value
// is the secret.
func (j *judge) exposeConfig(n *tree.Node, where string) {
	j.flow.Eval(n, nil).Each(func(v *flow.Value) { j.exposeFields(n, v, where, 0) })
}

func (j *judge) exposeFields(n *tree.Node, v *flow.Value, where string, depth int) {
	switch v.Kind {
	case flow.Array: // EnvironmentPlugin(["INTERCOM_SECRET"])
		for _, a := range v.Alts {
			if s, ok := a.Const(); ok && j.secretName(s) >= weak && a.Node != nil {
				j.expose(a.Node, held{name: s, v: a, conf: finding.ConfidenceHigh}, where)
			}
		}
	case flow.Object:
		for _, f := range v.Fields {
			if f.Value.All((*flow.Value).Empty) {
				continue
			}
			if h, ok := j.search(f.Value, false, 1); ok {
				at := f.Key
				if h.at != nil {
					at = h.at
				}
				j.expose(at, h, where)
				continue
			}
			if j.secretName(f.Name) >= weak && !placeholderValue(f.Value) {
				j.expose(f.Key, held{name: f.Name, v: f.Value, conf: finding.ConfidenceMedium}, where)
				continue
			}
			if depth < 3 {
				f.Value.Each(func(a *flow.Value) { j.exposeFields(n, a, where, depth+1) })
			}
		}
	case flow.Str, flow.Joined, flow.Env, flow.JSON: // banner: text
		if h, ok := j.search(v, false, 1); ok {
			j.expose(n, h, where)
		}
	}
}

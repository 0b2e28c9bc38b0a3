package flow

import "testing"

func TestPackageOf(t *testing.T) {
	for spec, want := range map[string]string{
		"jose":          "jose",
		"node:crypto":   "crypto",
		"./intercom.js": "./intercom.js",
		"npm:jose@5":    "jose",
		"npm:@intercom/messenger-js-sdk@0.0.14/dist/index.js":                 "@intercom/messenger-js-sdk/dist/index.js",
		"https://esm.sh/@intercom/messenger-js-sdk@0.0.14":                    "@intercom/messenger-js-sdk",
		"https://esm.sh/react-dom@18/client?dev":                              "react-dom/client",
		"https://cdn.jsdelivr.net/npm/@intercom/messenger-js-sdk@0.0.14/+esm": "@intercom/messenger-js-sdk",
		"https://unpkg.com/jose":                                              "jose",
		"https://ga.jspm.io/npm:jsonwebtoken@9.0.2":                           "jsonwebtoken",
		"https://example.com/jose@5":                                          "https://example.com/jose@5",
		"https://esm.sh/":                                                     "",
		"@scope":                                                              "@scope",
		"npm:@scope":                                                          "",
	} {
		if got := packageOf(spec); got != want {
			t.Errorf("%s: %q, want %q", spec, got, want)
		}
	}
}

package cli

import "testing"

func TestWithoutSecrets(t *testing.T) {
	const key = "mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq"
	for in, want := range map[string]string{
		"unknown flag -" + key:          "unknown flag •••",
		`unknown rule "` + key + `"; x`: `unknown rule "•••"; x`,
		"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiNDIifQ." + key + "abc: no such file":                        "•••: no such file",
		"bad revision '0123456789abcdef0123456789abcdef01234567'":                                                         "bad revision '0123456789abcdef0123456789abcdef01234567'",
		"packages/identity-verification-service/config.production.yaml: not there, and internal/messenger/placeholder.go": "packages/identity-verification-service/config.production.yaml: not there, and internal/messenger/placeholder.go",
	} {
		if got := withoutSecrets(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

package fix

import (
	"slices"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
)

func TestHide(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		values     []string
		hidden     int
	}{
		{`-	jwt.MapClaims{"user_id": id, "intercom_user_jwt": tok}`, `-	jwt.MapClaims{"user_id": id, "intercom_user_jwt": tok}`, nil, 0},
		{`+	return sign(claims, os.Getenv("INTERCOM_IDENTITY_VERIFICATION_SECRET"))`, `+	return sign(claims, os.Getenv("INTERCOM_IDENTITY_VERIFICATION_SECRET"))`, nil, 0},
		{` cristal4.NewSignerHS(cristal4.HS512, key)`, ` cristal4.NewSignerHS(cristal4.HS512, key)`, nil, 0},
		{`-const k = "r3DNobVniJkjyIOMyWD1stqTWY1RXrhLmA4BlH1j"`, `-const k = "•••"`, nil, 1},
		{` t.SignedString([]byte("short key"))`, ` t.SignedString([]byte("•••"))`, nil, 1},
		{` t.SignedString([]byte("short key")), "short key"`, ` t.SignedString([]byte("•••")), "•••"`, []string{"short key"}, 2},
	} {
		if got, hidden := Hide(tt.text, tt.values); got != tt.want || hidden != tt.hidden {
			t.Errorf("Hide(%q) = %q, %d; want %q, %d", tt.text, got, hidden, tt.want, tt.hidden)
		}
	}
}

func TestValues(t *testing.T) {
	text := "package p\n\nconst key = \"short key\"\n\nvar b = []byte{\n\t1, 2, 3,\n\t4, 5, 6,\n}\n"
	at := func(rule string, line, column, endLine, endColumn int) finding.Finding {
		return finding.Finding{Rule: rule, Place: finding.Place{Path: "p.go", Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}}
	}
	got := Values("p.go", []byte(text), []finding.Finding{at("hardcodedsecret", 3, 13, 3, 24), at("hardcodedsecret", 5, 9, 8, 2), at("signingalg", 1, 1, 1, 10), at("hardcodedsecret", 90, 1, 91, 1),
		at("hardcodedsecret", 3, 13, 3, 13), at("hardcodedsecret", 3, 13, 0, 0), at("hardcodedsecret", 1, 1, 1, 1)})
	if want := []string{"short key", "1, 2, 3", "4, 5, 6"}; !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}

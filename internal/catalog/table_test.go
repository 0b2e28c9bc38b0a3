package catalog

import "testing"

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"crypto.SHA256":                                                  "crypto",
		"(hash.Hash).Sum":                                                "hash",
		"github.com/golang-jwt/jwt/v5.New":                               "github.com/golang-jwt/jwt/v5",
		"(*gopkg.in/ini.v1.Key).String":                                  "gopkg.in/ini.v1",
		"gopkg.in/square/go-jose.v2.SigningKey.Key":                      "gopkg.in/square/go-jose.v2",
		"(gopkg.in/go-jose/go-jose.v2/jwt.Builder).Claims":               "gopkg.in/go-jose/go-jose.v2/jwt",
		"github.com/aws/aws-sdk-go-v2/service/ssm/types.Parameter.Value": "github.com/aws/aws-sdk-go-v2/service/ssm/types",
	} {
		if got := packageOf(name); got != want {
			t.Errorf("packageOf(%q) = %q, want %q", name, got, want)
		}
	}
}

// BenchmarkBuildTables is what the first look-ups of a run cost together.
func BenchmarkBuildTables(b *testing.B) {
	for b.Loop() {
		_, _, _ = jwtTable(), algTable(), fieldTable()
		_, _, _ = mintTable(), hashTable(), noReturnTable()
		_, _, _ = allSources(), allFieldSources(), transformTable()
		_, _ = sinkTable(), fieldSinks()
	}
}

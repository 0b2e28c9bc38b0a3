package cli

import (
	"regexp"
	"sync"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// tokenLike are the runs of characters that a key, a JWT or an access token of
// the REST API may stand in.
var tokenLike = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z0-9_.=+-]{32,}`) })

var hexOnly = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]+$`) })

// withoutSecrets masks what has the form of a secret or a token. People paste
// one where a flag, a path or a name belongs, and standard error ends in logs.
func withoutSecrets(text string) string {
	return tokenLike().ReplaceAllStringFunc(text, func(s string) string {
		if hexOnly().MatchString(s) { // a revision
			return s
		}
		core := s
		for len(core) > 0 && core[0] == '-' {
			core = core[1:]
		}
		_, _, jwt := messenger.JWTLiteral(s)
		_, _, rest := messenger.RESTToken(s)
		if jwt || rest || messenger.Shape(s) == messenger.SecretShape || messenger.Shape(core) == messenger.SecretShape {
			return "•••"
		}
		return s
	})
}

package catalog

// ownKeys lists functions that sign or seal the product's own sessions and forms,
// and the first argument that is a key; those behind it are keys, too.
var ownKeys = map[string]Arg{
	"github.com/gorilla/sessions.NewCookieStore":           0,
	"github.com/gorilla/sessions.NewFilesystemStore":       1,
	"github.com/gorilla/securecookie.New":                  0,
	"github.com/gorilla/securecookie.CodecsFromPairs":      0,
	"github.com/gorilla/csrf.Protect":                      0,
	"github.com/gin-contrib/sessions/cookie.NewStore":      0,
	"github.com/gin-contrib/sessions/memstore.NewStore":    0,
	"github.com/boj/redistore.NewRediStore":                4,
	"github.com/gin-contrib/sessions/redis.NewStore":       4,
	"github.com/gin-contrib/sessions/redis.NewStoreWithDB": 5,
}

// OwnKeyOf returns the first argument of a function that is a key of the
// product's own.
func OwnKeyOf(fullName string) (Arg, bool) { a, ok := ownKeys[fullName]; return a, ok }

package catalog

// ownKeys lists functions that sign or seal the product's own sessions and forms,
// and their arguments that are keys.
var ownKeys = map[string][]Arg{
	"github.com/gorilla/sessions.NewCookieStore":           {Rest},
	"github.com/gorilla/sessions.NewFilesystemStore":       {Rest},
	"github.com/gorilla/securecookie.New":                  {0, 1},
	"github.com/gorilla/securecookie.CodecsFromPairs":      {Rest},
	"github.com/gorilla/csrf.Protect":                      {0},
	"github.com/gin-contrib/sessions/cookie.NewStore":      {Rest},
	"github.com/gin-contrib/sessions/memstore.NewStore":    {Rest},
	"github.com/gin-contrib/sessions/redis.NewStore":       {Rest},
	"github.com/gin-contrib/sessions/redis.NewStoreWithDB": {Rest},
	"github.com/boj/redistore.NewRediStore":                {Rest},
}

// OwnKeys returns the arguments of a function that are keys of the product's own.
func OwnKeys(fullName string) []Arg { return ownKeys[fullName] }

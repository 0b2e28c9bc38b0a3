//go:build goexperiment.jsonv2

package deps

// jwx v4 imports encoding/json/v2.
import (
	_ "github.com/lestrrat-go/jwx/v4/jwa"
	_ "github.com/lestrrat-go/jwx/v4/jwk"
	_ "github.com/lestrrat-go/jwx/v4/jws"
	_ "github.com/lestrrat-go/jwx/v4/jwt"
	_ "github.com/lestrrat-go/jwx/v4/jwt/openid"
)

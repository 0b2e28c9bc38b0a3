package catalog

// irisJWT repeats kataras/jwt as package variables of function type.
const irisJWT = "github.com/kataras/iris/v12/middleware/jwt"

// The three middlewares of one shape: their configuration holds everything, and
// LoginHandler signs and answers without a call to follow.
var ginJWTImports = map[string]string{
	"github.com/appleboy/gin-jwt/v2": "GinJWTMiddleware",
	"github.com/appleboy/gin-jwt/v3": "GinJWTMiddleware",
	"github.com/hertz-contrib/jwt":   "HertzJWTMiddleware",
}

func wrapperCalls() callTable {
	t := callTable{}
	katarasCalls(t, irisJWT)
	put(t, irisJWT, "Verify", call(Verify).alg(0).key(1).payload(2))
	// NewSigner turns a string key into bytes for HS256 (signer.go) and brings maxAge as exp.
	put(t, irisJWT, "NewSigner", call(Build).alg(0).key(1).claim("exp", 2).exp(ExpAfter))
	put(t, irisJWT, "*Signer.Sign *Signer.NewTokenPair", call(Sign).from(Recv).claims(0))
	put(t, irisJWT, "NewVerifier", call(Verify).alg(0).key(1))

	for p, typ := range ginJWTImports {
		put(t, p, "New", call(Build).from(0))
		put(t, p, "*"+typ+".TokenGenerator", call(Sign).from(Recv))
	}
	put(t, "github.com/appleboy/gin-jwt/v3", "*GinJWTMiddleware.TokenGeneratorWithRevocation",
		call(Sign).from(Recv))
	serviceCalls(t)
	kitCalls(t)
	return t
}

// serviceCalls enters clients of other services that sign in a call of theirs.
func serviceCalls(t callTable) {
	const stream = "github.com/GetStream/stream-chat-go/v6"
	put(t, stream, "NewClient", call(Build).fixed("HS256").key(1))
	// A zero expire makes a token that never expires (client.go: CreateToken).
	put(t, stream, "*Client.CreateToken",
		call(Sign).from(Recv).userID(0).claim("exp", 1).exp(ExpAt))
	const twilio = "github.com/twilio/twilio-go/client/jwt"
	put(t, twilio, "SignTokenWithHMAC", call(Sign).fixed("HS256").claims(1).key(2))
	put(t, twilio, "CreateAccessToken", call(Build).fixed("HS256").from(0))
	put(t, twilio, "*AccessToken.ToJwt", call(Sign).from(Recv))
	const oauth = "golang.org/x/oauth2/jws"
	put(t, oauth, "Encode", call(Sign).fixed("RS256").claims(1).key(2))
	put(t, oauth, "EncodeWithSigner", call(Sign).fixed("RS256").claims(1))
	const generates = "github.com/go-oauth2/oauth2/v4/generates"
	put(t, generates, "NewJWTAccessGenerate", call(Build).key(1).alg(2))
	put(t, generates, "*JWTAccessGenerate.Token", call(Sign).from(Recv))
}

// kitCalls enters middleware that signs outgoing requests or checks incoming
// ones. Where it signs, the result is the middleware, no token.
func kitCalls(t callTable) {
	put(t, "github.com/go-kit/kit/auth/jwt", "NewSigner", call(Sign).key(1).alg(2).claims(3))
	put(t, "github.com/go-kit/kit/auth/jwt", "NewParser", call(Verify).key(0).alg(1))
	const kratos = "github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	// Key and claims are the results of the functions given.
	put(t, kratos, "Client", call(Sign).key(0).from(Rest))
	put(t, kratos, "WithClaims", call(Build).claims(0))
	put(t, kratos, "WithSigningMethod", call(Build).alg(0))
	put(t, kratos, "Server", call(Verify).key(0).from(Rest))
	put(t, "github.com/labstack/echo-jwt/v4", "JWT", call(Verify).key(0))
	put(t, "github.com/labstack/echo-jwt/v4", "WithConfig", call(Verify).from(0))
	put(t, "github.com/gofiber/contrib/jwt", "New", call(Verify).from(Rest))
}

func wrapperFields(t map[string]FieldRole) {
	for p, typ := range ginJWTImports {
		object(t, p, typ+".Key", FieldKey)
		object(t, p, typ+".SigningAlgorithm", FieldAlg)
		object(t, p, typ+".PayloadFunc", FieldPayload)
		object(t, p, typ+".Timeout", FieldTimeout)
	}
	object(t, irisJWT, "Signer.Key", FieldKey)
	object(t, irisJWT, "Signer.Alg", FieldAlg)
	object(t, irisJWT, "Signer.MaxAge", FieldTimeout)
	t["github.com/twilio/twilio-go/client/jwt.AccessTokenParams.Secret"] = FieldKey
	// The checking side of HS* holds the same secret.
	t["github.com/labstack/echo-jwt/v4.Config.SigningKey"] = FieldKey
	t["github.com/labstack/echo-jwt/v4.Config.SigningMethod"] = FieldAlg
	object(t, "github.com/gofiber/contrib/jwt", "Config.SigningKey SigningKey.Key", FieldKey)
	t["github.com/gofiber/contrib/jwt.SigningKey.JWTAlg"] = FieldAlg
	t["github.com/go-oauth2/oauth2/v4/generates.JWTAccessGenerate.SignedKey"] = FieldKey
	t["github.com/go-oauth2/oauth2/v4/generates.JWTAccessGenerate.SignedMethod"] = FieldAlg
}

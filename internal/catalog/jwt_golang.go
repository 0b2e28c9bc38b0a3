package catalog

// golangImports are the six import paths of one API family: golang-jwt and the
// forks it grew from. All six take only an exact []byte for HS* (hmac.go of
// each: any other type ends as ErrInvalidKeyType) and sign with an empty one.
var golangImports = []string{
	"github.com/golang-jwt/jwt",
	"github.com/golang-jwt/jwt/v4",
	"github.com/golang-jwt/jwt/v5",
	"github.com/dgrijalva/jwt-go",
	"github.com/dgrijalva/jwt-go/v4",
	"github.com/form3tech-oss/jwt-go",
}

const (
	golangV3    = "github.com/golang-jwt/jwt"
	golangV4    = "github.com/golang-jwt/jwt/v4"
	golangV5    = "github.com/golang-jwt/jwt/v5"
	dgrijalvaV4 = "github.com/dgrijalva/jwt-go/v4"
)

// hsRsEs are the twelve algorithms that every library of the family names.
const hsRsEs = "HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512"

func golangCalls() callTable {
	t := callTable{}
	for _, p := range golangImports {
		golangFamily(t, p)
	}
	for _, p := range []string{golangV3, golangV4, golangV5} {
		put(t, p, "*SigningMethodEd25519.Sign", call(Sign).fixed("EdDSA").input(0).key(1))
		put(t, p, "ParseEdPrivateKeyFromPEM ParseEdPublicKeyFromPEM", call(KeyConv).key(0))
	}
	put(t, golangV4, "NewNumericDate", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, golangV5, "NewNumericDate", call(ExpTime).named(None, 0).exp(ExpAt))

	put(t, dgrijalvaV4, "At", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, dgrijalvaV4, "NewTime", call(ExpTime).named(None, 0).exp(ExpFloatSec))
	// KnownKeyfunc is the parser's side, but its key is the signing secret too.
	put(t, dgrijalvaV4, "KnownKeyfunc", call(KeyConv).key(1))
	return t
}

// golangFamily enters what all six packages have.
func golangFamily(t callTable, p string) {
	put(t, p, "NewWithClaims", call(Build).alg(0).claims(1))
	put(t, p, "New", call(Build).alg(0))
	put(t, p, "*Token.SignedString", call(Sign).key(0).from(Recv).refusesString())
	put(t, p, "*Token.SigningString", call(Build).from(Recv))
	put(t, p, "SigningMethod.Sign", call(Sign).alg(Recv).input(0).key(1).refusesString())
	put(t, p, "*SigningMethodHMAC.Sign", call(Sign).alg(Recv).input(0).key(1).refusesString())
	put(t, p, "*SigningMethodRSA.Sign *SigningMethodRSAPSS.Sign *SigningMethodECDSA.Sign",
		call(Sign).alg(Recv).input(0).key(1))
	put(t, p, "GetSigningMethod", call(AlgSelect).alg(0))
	put(t, p, "ParseRSAPrivateKeyFromPEM ParseRSAPrivateKeyFromPEMWithPassword "+
		"ParseRSAPublicKeyFromPEM ParseECPrivateKeyFromPEM ParseECPublicKeyFromPEM",
		call(KeyConv).key(0))
	// The key of a verifying call is the result of the Keyfunc.
	put(t, p, "Parse *Parser.Parse", call(Verify).payload(0).key(1))
	put(t, p, "ParseWithClaims *Parser.ParseWithClaims", call(Verify).payload(0).claims(1).key(2))
	put(t, p, "*Parser.ParseUnverified", call(ParseUnverified).payload(0).claims(1))
}

func golangAlgs(t map[string]string) {
	for _, p := range golangImports {
		algSeries(t, p, "SigningMethod", hsRsEs)
		t[p+".SigningMethodNone"] = "none"
	}
	for _, p := range []string{golangV3, golangV4, golangV5} {
		t[p+".SigningMethodEdDSA"] = "EdDSA"
	}
}

func golangFields(t map[string]FieldRole) {
	for _, p := range golangImports {
		object(t, p, "Token.Method", FieldAlg)
		object(t, p, "Token.Claims", FieldClaims)
	}
}

package catalog

// joseImports are the four import paths of go-jose. Key and algorithm come in
// the fields of SigningKey; a string key fails at NewSigner
// (signing.go: ErrUnsupportedKeyType). v4 alone refuses short keys, empty ones
// with them (symmetric.go: ErrInvalidKeySize under 256 bits for HS256).
var joseImports = []string{
	joseV4,
	"github.com/go-jose/go-jose/v3",
	"gopkg.in/go-jose/go-jose.v2",
	"gopkg.in/square/go-jose.v2",
}

const joseV4 = "github.com/go-jose/go-jose/v4"

func joseCalls() callTable {
	t := callTable{}
	for _, p := range joseImports {
		signer := call(Build).from(0).refusesString()
		if p == joseV4 {
			signer = signer.refusesEmpty()
		}
		put(t, p, "NewSigner NewMultiSigner", signer)
		put(t, p, "Signer.Sign", call(Sign).from(Recv).payload(0))

		jwt := p + "/jwt"
		put(t, jwt, "Signed SignedAndEncrypted", call(Build).from(0))
		// Claims returns a new builder and leaves the receiver alone
		// (jwt/builder.go: merge works on a copy).
		put(t, jwt, "Builder.Claims NestedBuilder.Claims", call(Build).claims(0).copies())
		put(t, jwt, "NewNumericDate", call(ExpTime).named(None, 0).exp(ExpAt))
		put(t, jwt, "*JSONWebToken.Claims", call(Verify).from(Recv).key(0).claims(Rest))
		put(t, jwt, "*JSONWebToken.UnsafeClaimsWithoutVerification",
			call(ParseUnverified).payload(Recv).claims(Rest))
		serialize := "Builder.CompactSerialize Builder.FullSerialize " +
			"NestedBuilder.CompactSerialize NestedBuilder.FullSerialize"
		if p == joseV4 {
			serialize = "Builder.Serialize NestedBuilder.Serialize"
		}
		put(t, jwt, serialize, call(Sign).from(Recv))
		put(t, jwt, "Builder.Token NestedBuilder.Token", call(Build).from(Recv))
		put(t, p, "JSONWebSignature.Verify", call(Verify).payload(Recv).key(0))
	}
	return t
}

// joseAlgs are typed string constants.
func joseAlgs(t map[string]string) {
	for _, p := range joseImports {
		algSeries(t, p, "", hsRsEs+" EdDSA")
	}
}

func joseFields(t map[string]FieldRole) {
	for _, p := range joseImports {
		object(t, p, "SigningKey.Key JSONWebKey.Key", FieldKey)
		object(t, p, "SigningKey.Algorithm JSONWebKey.Algorithm", FieldAlg)
	}
}

package catalog

// The four majors of lestrrat-go/jwx. HS* takes []byte or a jwk.Key; a string
// compiles and fails in all four, and so does an empty key (jws/hmac.go of v1
// and v2, hmac.go of lestrrat-go/dsig for v3 and v4: "missing key while signing
// payload"); both were run.
const (
	jwxV1 = "github.com/lestrrat-go/jwx"
	jwxV2 = "github.com/lestrrat-go/jwx/v2"
	jwxV3 = "github.com/lestrrat-go/jwx/v3"
	jwxV4 = "github.com/lestrrat-go/jwx/v4"
)

var jwxImports = []string{jwxV1, jwxV2, jwxV3, jwxV4}

func jwxCalls() callTable {
	t := callTable{}
	for _, p := range jwxImports {
		jwxTokens(t, p+"/jwt")
		jwxOpenID(t, p+"/jwt/openid")
		jwxKeys(t, p)
	}
	jwxSignV1(t)
	for _, p := range []string{jwxV2, jwxV3, jwxV4} {
		jwxSignOptions(t, p)
	}
	jwxSigners(t)
	return t
}

// jwxTokens enters what carries claims, alike in all four.
func jwxTokens(t callTable, p string) {
	put(t, p, "New NewBuilder NewSerializer", call(Build))
	put(t, p, "Token.Set", call(SetClaim).named(0, 1).acceptsTime())
	put(t, p, "Token.Remove", call(DropClaim).named(0, None))
	put(t, p, "Token.Clone", call(Build).copies())
	jwxBuilder(t, p)
	put(t, p, "*Serializer.Serialize", call(Sign).from(Recv, 0))

	put(t, p, "Parse ParseString ParseReader", call(Verify).payload(0).from(Rest))
	put(t, p, "ParseRequest", call(Verify).payload(0).from(Rest))
	put(t, p, "ParseForm ParseHeader", call(Verify).payload(0).from(Rest))
}

// jwxBuilder enters the methods that jwt.Builder and openid.Builder share.
func jwxBuilder(t callTable, p string) {
	put(t, p, "*Builder.Claim", call(SetClaim).named(0, 1).fluent().acceptsTime())
	put(t, p, "*Builder.Expiration", call(SetClaim).claim("exp", 0).exp(ExpAt).fluent())
	put(t, p, "*Builder.IssuedAt", call(SetClaim).claim("iat", 0).fluent())
	put(t, p, "*Builder.NotBefore", call(SetClaim).claim("nbf", 0).fluent())
	put(t, p, "*Builder.Subject", call(SetClaim).claim("sub", 0).fluent())
	put(t, p, "*Builder.Issuer", call(SetClaim).claim("iss", 0).fluent())
	put(t, p, "*Builder.Audience", call(SetClaim).claim("aud", 0).fluent())
	put(t, p, "*Builder.JwtID", call(SetClaim).claim("jti", 0).fluent())
	put(t, p, "*Builder.Build", call(Build).from(Recv))
}

// jwxOpenID enters the token of its own that the openid package has.
func jwxOpenID(t callTable, p string) {
	put(t, p, "New NewBuilder", call(Build))
	put(t, p, "Token.Set", call(SetClaim).named(0, 1).acceptsTime())
	put(t, p, "Token.Remove", call(DropClaim).named(0, None))
	put(t, p, "Token.Clone", call(Build).copies())
	jwxBuilder(t, p)
	put(t, p, "*Builder.Email", call(SetClaim).claim("email", 0).fluent())
	put(t, p, "*Builder.Name", call(SetClaim).claim("name", 0).fluent())
	put(t, p, "*Builder.PhoneNumber", call(SetClaim).claim("phone_number", 0).fluent())
	put(t, p, "*Builder.PreferredUsername", call(SetClaim).claim("preferred_username", 0).fluent())
}

// jwxKeys enters what wraps key material.
func jwxKeys(t callTable, p string) {
	put(t, p+"/jwk", "ParseKey Parse ParseString", call(KeyConv).key(0))
	switch p {
	case jwxV1:
		put(t, p+"/jwk", "New", call(KeyConv).key(0))
		put(t, p+"/jwk", "SymmetricKey.FromRaw", call(KeyConv).key(0).target(Recv))
	case jwxV2:
		put(t, p+"/jwk", "FromRaw", call(KeyConv).key(0))
		put(t, p+"/jwk", "SymmetricKey.FromRaw", call(KeyConv).key(0).target(Recv))
	default:
		put(t, p+"/jwk", "Import", call(KeyConv).key(0))
		put(t, p+"/jwa", "LookupSignatureAlgorithm", call(AlgSelect).alg(0))
	}
}

// jwxSignV1 enters v1, whose signing calls take algorithm and key themselves.
func jwxSignV1(t callTable) {
	direct := func(c Call) Call { return c.alg(1).key(2).refusesString().refusesEmpty() }
	put(t, jwxV1+"/jwt", "Sign", direct(call(Sign).from(0)))
	put(t, jwxV1+"/jws", "Sign", direct(call(Sign).payload(0)))
	put(t, jwxV1+"/jwt", "*Serializer.Sign",
		call(Build).alg(0).key(1).from(Recv).refusesString().refusesEmpty())
	put(t, jwxV1+"/jws", "SignMulti", call(Sign).payload(0).from(Rest))
	put(t, jwxV1+"/jws", "WithSigner", call(Build).from(0).key(1).refusesString().refusesEmpty())
	put(t, jwxV1+"/jws", "Verify", call(Verify).payload(0).alg(1).key(2))
	put(t, jwxV1+"/jwt", "WithVerify", call(Verify).alg(0).key(1))
}

// jwxSignOptions enters v2 to v4, where WithKey brings algorithm and key. The
// same option serves jwt.Parse and Serializer.Encrypt: only the call that takes
// it tells which.
func jwxSignOptions(t callTable, p string) {
	withKey := call(Build).alg(0).key(1).refusesString().refusesEmpty()
	put(t, p+"/jwt", "WithKey", withKey)
	put(t, p+"/jws", "WithKey", withKey)
	put(t, p+"/jwt", "WithInsecureNoSignature", call(Build).fixed("none"))
	put(t, p+"/jws", "WithInsecureNoSignature", call(Build).fixed("none"))
	put(t, p+"/jwt", "WithSignOption", call(Build).from(0))
	put(t, p+"/jwt", "Sign", call(Sign).from(0, Rest))
	put(t, p+"/jws", "Sign", call(Sign).payload(0).from(Rest))
	// The serializer is changed in place, but what comes of the chain holds the
	// options: following the result back to NewSerializer would lose them.
	put(t, p+"/jwt", "*Serializer.Sign", call(Build).from(Recv, Rest))
	put(t, p+"/jws", "Verify", call(Verify).payload(0).from(Rest))
	put(t, p+"/jwt", "ParseInsecure", call(ParseUnverified).payload(0))
	put(t, p+"/jwt", "ParseCookie", call(Verify).payload(0).from(Rest))
}

// jwxSigners enters the low-level signers: they sign a signing input.
func jwxSigners(t callTable) {
	for _, p := range []string{jwxV1, jwxV2, jwxV3} {
		put(t, p+"/jws", "NewSigner", call(Build).alg(0))
		signer := p + "/jws"
		if p == jwxV3 {
			signer += "/legacy" // jws.Signer is an alias there
		}
		put(t, signer, "Signer.Sign", call(Sign).from(Recv).input(0).key(1).refusesString())
	}
	put(t, jwxV3+"/jws", "SignerFor", call(Build).alg(0))
	put(t, jwxV4+"/jws", "SignerFor", call(Build).alg(0))
	put(t, jwxV3+"/jws", "Signer2.Sign", call(Sign).from(Recv).key(0).input(1).refusesString())
	put(t, jwxV4+"/jws", "Signer.Sign", call(Sign).from(Recv).key(0).input(1).refusesString())
}

// jwxAlgs: v1 and v2 have typed string constants (SSA shows the text), v3 and
// v4 functions of the same names.
func jwxAlgs(t map[string]string) {
	for _, p := range jwxImports {
		algSeries(t, p+"/jwa", "", hsRsEs+" EdDSA")
		t[p+"/jwa.NoSignature"] = "none"
	}
	for _, p := range []string{jwxV1, jwxV2, jwxV3} {
		t[p+"/jwa.ES256K"] = "ES256K"
	}
}

package catalog

const (
	kataras   = "github.com/kataras/jwt"
	gbrlsnchs = "github.com/gbrlsnchs/jwt/v3"
	pascal    = "github.com/pascaldekloe/jwt"
	sermo     = "github.com/SermoDigital/jose"
	jose2go   = "github.com/dvsekhvalnov/jose2go"
	sjwt      = "github.com/brianvoe/sjwt"
	robbert   = "github.com/robbert229/jwt"
)

var cristalImports = []string{
	"github.com/cristalhq/jwt/v3",
	"github.com/cristalhq/jwt/v4",
	"github.com/cristalhq/jwt/v5",
}

func otherCalls() callTable {
	t := callTable{}
	katarasCalls(t, kataras)
	signs := call(Sign).alg(0).key(1).from(Rest).refusesString()
	put(t, kataras, "SignWithHeader", signs.claims(2))
	put(t, kataras, "SignEncryptedWithHeader", signs.claims(3))
	put(t, kataras, "Merge", call(ToClaims).claims(0).from(1))
	put(t, kataras, "Verify VerifyEncrypted", call(Verify).alg(0).key(1).payload(2))
	put(t, kataras, "MaxAgeMap", call(SetClaim).claim("exp", 0).exp(ExpAfter).target(1))
	put(t, kataras, "Keys.Register", call(Build).alg(0).key(3).target(Recv).refusesString())
	put(t, kataras, "Keys.SignToken", call(Sign).claims(1).from(Recv, Rest))
	put(t, kataras, "Alg.Sign", call(Sign).alg(Recv).key(0).input(1).refusesString())
	for _, p := range cristalImports {
		cristalCalls(t, p)
	}
	gbrlsnchsCalls(t)
	pascalCalls(t)
	sermoCalls(t)
	smallCalls(t)
	return t
}

// katarasCalls enters what iris repeats as package variables of function type.
// A string key fails for HS* (hmac.go: ErrInvalidKey unless []byte); an empty
// one signs.
func katarasCalls(t callTable, p string) {
	signs := call(Sign).alg(0).key(1).from(Rest).refusesString()
	put(t, p, "Sign", signs.claims(2))
	put(t, p, "SignEncrypted", signs.claims(3))
	// MaxAge is an option of Sign; it does nothing for a second or less.
	put(t, p, "MaxAge", call(Build).claim("exp", 0).exp(ExpAfter))
	// The argument is a file name if such a file exists, the secret otherwise.
	put(t, p, "LoadHMAC MustLoadHMAC", call(KeyConv).key(0))
}

// cristalCalls: NewSignerHS returns ErrNilKey for an empty key (algo_hs.go). The
// proof is a *Token, read by its String or Bytes.
func cristalCalls(t callTable, p string) {
	put(t, p, "NewSignerHS", call(Build).alg(0).key(1).refusesEmpty())
	put(t, p, "NewSignerRS NewSignerPS NewSignerES", call(Build).alg(0).key(1))
	put(t, p, "NewSignerEdDSA", call(Build).fixed("EdDSA").key(0))
	put(t, p, "NewBuilder", call(Build).from(0, Rest))
	put(t, p, "*Builder.Build", call(Sign).from(Recv).claims(0))
	put(t, p, "Signer.Sign", call(Sign).from(Recv).input(0))
	put(t, p, "NewNumericDate", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, p, "NewVerifierHS", call(Verify).alg(0).key(1))
	switch p {
	case cristalImports[0]: // v3
		put(t, p, "*Builder.BuildBytes", call(Sign).from(Recv).claims(0))
		put(t, p, "Build BuildBytes", call(Sign).from(0).claims(1))
		put(t, p, "Parse ParseString", call(ParseUnverified).payload(0))
		put(t, p, "ParseAndVerify ParseAndVerifyString", call(Verify).payload(0).from(1))
	default:
		put(t, p, "*HSAlg.Sign", call(Sign).from(Recv).input(0))
		put(t, p, "Parse", call(Verify).payload(0).from(1))
		put(t, p, "ParseClaims", call(Verify).payload(0).from(1).claims(2))
		put(t, p, "ParseNoVerify", call(ParseUnverified).payload(0))
	}
}

// gbrlsnchsCalls: the constructor's name is the algorithm; NewHS256 panics with
// ErrHMACMissingKey for an empty key (hmac_sha.go).
func gbrlsnchsCalls(t callTable) {
	for _, alg := range []string{"HS256", "HS384", "HS512"} {
		put(t, gbrlsnchs, "New"+alg, call(Build).fixed(alg).key(0).refusesEmpty())
	}
	for _, alg := range []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"} {
		put(t, gbrlsnchs, "New"+alg, call(Build).fixed(alg).from(Rest))
	}
	put(t, gbrlsnchs, "NewEd25519", call(Build).fixed("EdDSA").from(Rest))
	put(t, gbrlsnchs, "RSAPrivateKey ECDSAPrivateKey Ed25519PrivateKey", call(Build).key(0))
	put(t, gbrlsnchs, "Sign", call(Sign).claims(0).from(1))
	put(t, gbrlsnchs, "Algorithm.Sign *HMACSHA.Sign", call(Sign).from(Recv).input(0))
	put(t, gbrlsnchs, "NumericDate", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, gbrlsnchs, "Verify", call(Verify).payload(0).from(1).claims(2))
}

// pascalCalls: sign.go returns errNoSecret for an empty secret. The SignHeader
// methods write to an outgoing request and have no proof to follow.
func pascalCalls(t callTable) {
	put(t, pascal, "*Claims.HMACSign", call(Sign).alg(0).key(1).claims(Recv).refusesEmpty())
	put(t, pascal, "*Claims.RSASign *Claims.ECDSASign", call(Sign).alg(0).key(1).claims(Recv))
	put(t, pascal, "*Claims.EdDSASign", call(Sign).fixed("EdDSA").key(0).claims(Recv))
	put(t, pascal, "NewHMAC", call(Build).alg(0).key(1).refusesEmpty())
	put(t, pascal, "*HMAC.Sign", call(Sign).from(Recv).claims(0))
	put(t, pascal, "NewNumericTime", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, pascal, "HMACCheck RSACheck ECDSACheck EdDSACheck", call(Verify).payload(0).key(1))
	put(t, pascal, "HMACCheckHeader", call(Verify).payload(0).key(1))
	put(t, pascal, "*HMAC.Check *KeyRegister.Check", call(Verify).from(Recv).payload(0))
	put(t, pascal, "ParseWithoutCheck", call(ParseUnverified).payload(0))
}

// sermoCalls: crypto/hmac.go takes []byte only (ErrInvalidKey).
func sermoCalls(t callTable) {
	jws, jwt, crypto := sermo+"/jws", sermo+"/jwt", sermo+"/crypto"
	put(t, jws, "NewJWT", call(Build).claims(0).alg(1))
	put(t, jws, "New", call(Build).claims(0).alg(Rest))
	put(t, jwt, "JWT.Serialize", call(Sign).from(Recv).key(0).refusesString())
	put(t, jws, "JWS.Compact JWS.Flat", call(Sign).from(Recv).key(0).refusesString())
	put(t, jws, "JWS.General", call(Sign).from(Recv).key(Rest).refusesString())
	put(t, crypto, "SigningMethod.Sign *SigningMethodHMAC.Sign",
		call(Sign).alg(Recv).input(0).key(1).refusesString())
	put(t, jws, "GetSigningMethod", call(AlgSelect).alg(0))
	for _, p := range []string{jws, jwt} {
		put(t, p, "Claims.Set", call(SetClaim).named(0, 1))
		put(t, p, "Claims.Del", call(DropClaim).named(0, None))
		put(t, p, "Claims.SetExpiration", call(SetClaim).claim("exp", 0).exp(ExpAt))
		put(t, p, "Claims.SetNotBefore", call(SetClaim).claim("nbf", 0).exp(ExpAt))
		put(t, p, "Claims.SetIssuedAt", call(SetClaim).claim("iat", 0).exp(ExpAt))
		put(t, p, "Claims.SetSubject", call(SetClaim).claim("sub", 0))
		put(t, p, "Claims.SetIssuer", call(SetClaim).claim("iss", 0))
		put(t, p, "Claims.SetAudience", call(SetClaim).claim("aud", Rest))
		put(t, p, "Claims.RemoveExpiration", call(DropClaim).claim("exp", None))
	}
	put(t, jwt, "Claims.SetTime", call(SetClaim).named(0, 1).exp(ExpAt))
	put(t, jwt, "JWT.Validate", call(Verify).from(Recv).key(0).alg(1))
	put(t, jws, "ParseJWT", call(ParseUnverified).payload(0))
}

// smallCalls: jose2go, sjwt, robbert229 and jwtauth.
func smallCalls(t callTable) {
	// The payload is finished JSON; HS* takes []byte only (hmac_using_sha.go).
	put(t, jose2go, "Sign SignBytes", call(Sign).payload(0).alg(1).key(2).refusesString())
	put(t, jose2go, "JwsAlgorithm.Sign *HmacUsingSha.Sign",
		call(Sign).alg(Recv).input(0).key(1).refusesString())
	put(t, jose2go, "Decode DecodeBytes", call(Verify).payload(0).key(1))

	// v1.0.0 refuses secrets under 32 bytes (sjwt.go); v0.5 of the same import
	// path signs with an empty one, which costs a finding there.
	put(t, sjwt, "Claims.Generate", call(Sign).fixed("HS256").key(0).claims(Recv).refusesEmpty())
	put(t, sjwt, "New", call(Build))
	put(t, sjwt, "ToClaims", call(ToClaims).claims(0))
	put(t, sjwt, "Claims.Set", call(SetClaim).named(0, 1))
	put(t, sjwt, "Claims.Del", call(DropClaim).named(0, None))
	put(t, sjwt, "Claims.SetExpiresAt", call(SetClaim).claim("exp", 0).exp(ExpAt))
	put(t, sjwt, "Claims.DeleteExpiresAt", call(DropClaim).claim("exp", None))
	for setter, claim := range map[string]string{
		"Subject": "sub", "IssuedAt": "iat", "Issuer": "iss", "NotBeforeAt": "nbf", "Audience": "aud",
	} {
		put(t, sjwt, "Claims.Set"+setter, call(SetClaim).claim(claim, 0))
	}
	put(t, sjwt, "Verify", call(Verify).payload(0).key(1))
	put(t, sjwt, "Parse", call(ParseUnverified).payload(0))

	// The key is a string here, and the result a struct value.
	for name, alg := range map[string]string{"HmacSha256": "HS256", "HmacSha384": "HS384", "HmacSha512": "HS512"} {
		put(t, robbert, name, call(Build).fixed(alg).key(0))
	}
	put(t, robbert, "*Algorithm.Encode", call(Sign).from(Recv).claims(0))
	put(t, robbert, "*Algorithm.Sign", call(Sign).from(Recv).input(0))
	put(t, robbert, "NewClaim", call(Build))
	put(t, robbert, "*Claims.Set", call(SetClaim).named(0, 1))
	put(t, robbert, "*Claims.SetTime", call(SetClaim).named(0, 1).exp(ExpAt))
	put(t, robbert, "*Algorithm.Validate *Algorithm.DecodeAndValidate", call(Verify).from(Recv).payload(0))
	put(t, robbert, "*Algorithm.Decode", call(ParseUnverified).payload(0))

	for _, p := range jwtauthImports {
		jwtauthCalls(t, p)
	}
}

// jwtauthImports sit on jwx: v1.2.0 on its v1, v5 on its v2, which refuse string
// and empty keys.
var jwtauthImports = []string{"github.com/go-chi/jwtauth", "github.com/go-chi/jwtauth/v5"}

func jwtauthCalls(t callTable, p string) {
	put(t, p, "New", call(Build).alg(0).key(1).refusesString().refusesEmpty())
	put(t, p, "*JWTAuth.Encode", call(Sign).from(Recv).claims(0).proof(1).acceptsTime())
	put(t, p, "SetExpiry", call(SetClaim).claim("exp", 1).target(0).exp(ExpAt))
	put(t, p, "SetIssuedAt", call(SetClaim).claim("iat", 1).target(0))
	put(t, p, "SetIssuedNow", call(SetClaim).claim("iat", 0).target(0))
	put(t, p, "SetExpiryIn", call(SetClaim).claim("exp", 1).target(0).exp(ExpAfter))
	put(t, p, "SetIssuedAt", call(SetClaim).claim("iat", 1).target(0).exp(ExpAt))
	put(t, p, "ExpireIn", call(ExpTime).named(None, 0).exp(ExpAfter))
	put(t, p, "UnixTime", call(ExpTime).named(None, 0).exp(ExpAt))
	put(t, p, "*JWTAuth.Decode", call(Verify).from(Recv).payload(0))
	put(t, p, "VerifyToken", call(Verify).from(0).payload(1))
}

func otherAlgs(t map[string]string) {
	algSeries(t, kataras, "", hsRsEs+" EdDSA")
	t[kataras+".NONE"] = "none"
	algSeries(t, irisJWT, "", hsRsEs+" EdDSA")
	for _, p := range append(cristalImports, pascal) {
		algSeries(t, p, "", hsRsEs+" EdDSA")
	}
	algSeries(t, jose2go, "", hsRsEs)
	t[jose2go+".NONE"] = "none"
	t[gbrlsnchs+".None"] = "none"
	algSeries(t, sermo+"/crypto", "SigningMethod", hsRsEs)
	t[sermo+"/crypto.Unsecured"] = "none"
}

func otherFields(t map[string]FieldRole) {
	t[pascal+".Claims.Set"] = FieldClaims
	t[pascal+".KeyRegister.Secrets"] = FieldKey
	object(t, kataras, "Key.Private", FieldKey)
	object(t, kataras, "Key.Alg", FieldAlg)
}

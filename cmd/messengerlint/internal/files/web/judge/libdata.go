package judge

// jwtCall describes a function that signs a JWT: where its arguments are.
// Positions are -1 when there is no such argument.
type jwtCall struct {
	claims, key, options int
	alg                  int    // an argument that is the algorithm itself
	algField             string // the options' field for the algorithm
	keyField             string // the options' field for the key
	accepts              bool   // signs with an empty key
}

// jwtCalls is keyed by module and member. Sources: the README of each library
// on npm (https://www.npmjs.com/package/<module>).
var jwtCalls = map[string]jwtCall{
	"jsonwebtoken.sign":                 {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jsonwebtoken-esm.sign":             {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jsonwebtoken-promisified.sign":     {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jwt-simple.encode":                 {claims: 0, key: 1, options: 3, alg: 2},
	"hono/jwt.sign":                     {claims: 0, key: 1, options: -1, alg: 2},
	"hono/utils/jwt.sign":               {claims: 0, key: 1, options: -1, alg: 2},
	"@tsndr/cloudflare-worker-jwt.sign": {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jwt-encode.":                       {claims: 0, key: 1, options: 2, alg: -1, algField: "alg", accepts: true},
	"react-native-pure-jwt.sign":        {claims: 0, key: 1, options: 2, alg: -1, algField: "alg"},
	"react-native-jwt-io.encode":        {claims: 0, key: 1, options: -1, alg: 2},
	"expo-jwt.encode":                   {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jose.JWT.sign":                     {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jsrsasign.KJUR.jws.JWS.sign":       {claims: 2, key: 3, options: 1, alg: 0, algField: "alg", accepts: true},
	"jsrsasign.jws.JWS.sign":            {claims: 2, key: 3, options: 1, alg: 0, algField: "alg", accepts: true},
	"njwt.create":                       {claims: 0, key: 1, options: -1, alg: 2},
	"jws.sign":                          {claims: -1, key: -1, options: 0, alg: -1, keyField: "secret", accepts: true},
	"djwt.create":                       {claims: 1, key: 2, options: 0, alg: -1, algField: "alg"},
	"@elarity/jwt.sign":                 {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jose-browser-runtime.JWT.sign":     {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"jsonwebtoken/sign.":                {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
	"react-native-jsonwebtoken.sign":    {claims: 0, key: 1, options: 2, alg: -1, algField: "algorithm"},
}

// serviceSigners are the methods of NestJS's JwtService
// (https://github.com/nestjs/jwt) and fields named for it.
var serviceSigners = set("sign", "signAsync")

// hmacCall describes a function that computes an HMAC in one call.
type hmacCall struct {
	alg     int // argument with the algorithm or hash, -1 when digest is fixed
	digest  string
	key     int
	message int // -1 when update() gives it
	accepts bool
}

// hmacCalls is keyed by module and member.
var hmacCalls = map[string]hmacCall{
	"crypto.createHmac":                             {alg: 0, key: 1, message: -1, accepts: true},
	"create-hmac.":                                  {alg: 0, key: 1, message: -1, accepts: true},
	"create-hmac/browser.":                          {alg: 0, key: 1, message: -1, accepts: true},
	"crypto-browserify.createHmac":                  {alg: 0, key: 1, message: -1, accepts: true},
	"react-native-crypto.createHmac":                {alg: 0, key: 1, message: -1, accepts: true},
	"react-native-quick-crypto.createHmac":          {alg: 0, key: 1, message: -1, accepts: true},
	"crypto-js.HmacSHA256":                          {alg: -1, digest: "sha256", key: 1, message: 0, accepts: true},
	"crypto-js.HmacSHA1":                            {alg: -1, digest: "sha1", key: 1, message: 0, accepts: true},
	"crypto-js.HmacSHA512":                          {alg: -1, digest: "sha512", key: 1, message: 0, accepts: true},
	"crypto-js.HmacSHA384":                          {alg: -1, digest: "sha384", key: 1, message: 0, accepts: true},
	"crypto-js.HmacMD5":                             {alg: -1, digest: "md5", key: 1, message: 0, accepts: true},
	"crypto-js/hmac-sha256.":                        {alg: -1, digest: "sha256", key: 1, message: 0, accepts: true},
	"crypto-js/hmac-sha1.":                          {alg: -1, digest: "sha1", key: 1, message: 0, accepts: true},
	"crypto-js/hmac-sha512.":                        {alg: -1, digest: "sha512", key: 1, message: 0, accepts: true},
	"js-sha256.sha256.hmac":                         {alg: -1, digest: "sha256", key: 0, message: 1, accepts: true},
	"js-sha256.hmac":                                {alg: -1, digest: "sha256", key: 0, message: 1, accepts: true},
	"js-sha512.sha512.hmac":                         {alg: -1, digest: "sha512", key: 0, message: 1, accepts: true},
	"js-sha1.hmac":                                  {alg: -1, digest: "sha1", key: 0, message: 1, accepts: true},
	"fast-sha256.hmac":                              {alg: -1, digest: "sha256", key: 0, message: 1, accepts: true},
	"@noble/hashes/hmac.hmac":                       {alg: 0, key: 1, message: 2, accepts: true},
	"@noble/hashes/hmac.js.hmac":                    {alg: 0, key: 1, message: 2, accepts: true},
	"intercom-client.IdentityVerification.userHash": {alg: -1, digest: "sha256", key: -1, message: -1},
	"hash.js.hmac":                                  {alg: 0, key: 1, message: -1, accepts: true},
}

// globalCalls are the names under which a page sees a library without import.
var globalCalls = map[string]string{
	"CryptoJS.HmacSHA256": "crypto-js.HmacSHA256", "window.CryptoJS.HmacSHA256": "crypto-js.HmacSHA256",
	"CryptoJS.HmacSHA1": "crypto-js.HmacSHA1", "CryptoJS.HmacSHA512": "crypto-js.HmacSHA512",
	"KJUR.jws.JWS.sign": "jsrsasign.KJUR.jws.JWS.sign", "window.KJUR.jws.JWS.sign": "jsrsasign.KJUR.jws.JWS.sign",
	"jwt_encode": "jwt-encode.", "jwt.sign": "jsonwebtoken.sign", "jsonwebtoken.sign": "jsonwebtoken.sign",
	"sha256.hmac": "js-sha256.hmac", "window.sha256.hmac": "js-sha256.hmac",
	"crypto.createHmac": "crypto.createHmac", "jose.JWT.sign": "jose.JWT.sign",
}

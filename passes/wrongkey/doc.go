// Package wrongkey finds Messenger proofs whose key cannot be the right one, or
// may be empty.
//
// It reports, at the key:
//
//   - a value of the environment, viper, a flag or a configuration field that is
//     used with no check for empty between read and mint
//   - an empty literal, or a placeholder such as `secret`
//   - a key that was decoded from hex or base64, or hashed
//   - a `string` where the library takes only bytes (golang-jwt with HMAC)
//   - the bytes of a file with the newline at its end
//   - a value named for another credential: client secret, webhook secret, access
//     token, app id
//   - the Messenger secret where it signs something else: sessions, webhooks
//   - one secret for two platforms that the names tell apart
//
// # Why it matters
//
// An empty key is the worst of keys: `crypto/hmac`, `createHmac` and golang-jwt
// sign with it and say nothing, and anybody can do the same. One lost variable in
// one environment is enough. A wrong key is an outage: Intercom refuses every
// token. A shared key spreads every leak: whoever gets the session secret also
// signs for the Messenger.
//
// # Bad
//
// In Go:
//
//	func sign(c jwt.Claims) (string, error) {
//		key := []byte(os.Getenv("INTERCOM_JWT_SECRET")) // empty: signs all the same
//		return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
//	}
//
//	key, _ := hex.DecodeString(secret)               // Intercom uses the text
//	key, _ = os.ReadFile("/run/secrets/intercom")    // with "\n" at its end
//	key = []byte(os.Getenv("INTERCOM_CLIENT_SECRET")) // verifies webhooks, no more
//
// In JavaScript:
//
//	const hash = crypto.createHmac('sha256', process.env.INTERCOM_SECRET ?? '');
//
// In configuration:
//
//	INTERCOM_WEB_SECRET=…   # the same value twice
//	INTERCOM_IOS_SECRET=…
//
// # Good
//
// In Go:
//
//	func newSigner() (*Signer, error) {
//		secret := strings.TrimSpace(os.Getenv("INTERCOM_JWT_SECRET"))
//		if secret == "" {
//			return nil, errors.New("INTERCOM_JWT_SECRET is not set")
//		}
//		return &Signer{key: []byte(secret)}, nil
//	}
//
// In JavaScript:
//
//	const secret = process.env.INTERCOM_SECRET;
//	if (!secret) throw new Error('INTERCOM_SECRET is not set');
//
// # How to fix
//
//  1. Read the key once, at start-up, and stop when it is empty: a test of the
//     value, `LookupEnv` with its `ok`, `required:"true"` or `notEmpty` in a tag.
//  2. Use the text of the secret as bytes, with no decoding.
//  3. Keep one name and one value a platform (web, iOS, Android) and workspace.
//  4. Give sessions, webhooks and other tokens secrets of their own. When the
//     Messenger secret was shared with them, rotate it (below).
//
// # Rotation
//
// A key that may have been empty or shared is a leaked one. Rotate it in
// Intercom (Settings > Workspace > Security > Messenger), put the new one into the
// secret store for that platform only, and deploy.
//
// # Limits
//
//   - Any comparison of that variable or field with empty, in a package that is
//     seen, counts as a check, also when what it does is only to log.
//   - A parameter is its caller's duty. The finding is where read and mint are
//     joined; when that is another package that hands the key over through an
//     interface, a container or a framework, the rule is silent.
//   - Values of secret stores (AWS, Vault, GCP and others) count as present.
//   - Whether a secret belongs to the right platform or workspace is judged by
//     names alone.
//   - "Signs something else" needs evidence: a session cookie, an Authorization
//     header, a webhook, or names that say so.
//   - A check in a shell script, a Helm chart or a health probe is not seen.
//
// # Suppress
//
//	//messengerlint:ignore wrongkey main refuses to start without it, see cmd/api/env.sh
package wrongkey

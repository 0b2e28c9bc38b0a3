// Package identityhash finds legacy HMAC identity verification (user_hash), and
// ways of using it that cannot work.
//
// It notes (low), once a function: a `user_hash` is computed, or handed to the
// Messenger, and no JWT is.
//
// It reports (high) misuse: a digest that is not SHA-256, not hex, or upper-case;
// key and message swapped; a JWT where a hash belongs (`user_hash: token`) or a
// hash where a JWT belongs; an identifier that is hashed and another one sent; a
// 64-digit literal handed over as somebody's hash.
//
// A JWT that is signed by hand with HMAC-SHA-256 is not a legacy hash: the JWT
// rules look at it.
//
// # Why it matters
//
// A `user_hash` is the same for ever. Whoever saw it once, in a page, a log or a
// HAR file, is that user until the secret is rotated; it cannot expire and it
// protects no attribute but the id. Intercom keeps it for compatibility only. A
// misused hash is an outage, or, with a literal, one user's login for everybody.
//
// # Bad
//
// In Go:
//
//	mac := hmac.New(sha256.New, []byte(secret))
//	mac.Write([]byte(u.ID))
//	page.UserHash = hex.EncodeToString(mac.Sum(nil)) // legacy
//
//	mac = hmac.New(sha1.New, []byte(secret))         // refused
//	page.UserHash = token                            // a JWT: refused
//
// In JavaScript:
//
//	const user_hash = crypto.createHmac('sha256', secret).update(user.email).digest('hex');
//	Intercom('boot', { app_id, user_id: user.id, user_hash }); // hashed e-mail, sent id
//
// # Good
//
// In Go:
//
//	claims := jwt.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()}
//	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//
// In JavaScript:
//
//	Intercom('boot', { app_id, intercom_user_jwt: token });
//
// # How to fix
//
//  1. Sign a JWT on the server with the secret of the platform: `user_id`, `exp`,
//     and the attributes that must not be forged. A hash over an e-mail alone has
//     no `user_id`: choose a stable id first.
//  2. Send it as `intercom_user_jwt`, on mobile with `setUserJwt`, on every
//     platform. Sending both proofs while rolling out is fine.
//  3. Check it in Intercom's token debugger, then enforce. Released apps must carry
//     the JWT before it is enforced, or they are cut off.
//  4. Drop `user_hash` and its code.
//
// # Limits
//
//   - -fix signs a JWT in place of the hash, and renames user_hash, only where the
//     whole way is seen in one package: a user's id, a key of plain bytes, a
//     function that returns an error, an imported JWT library, and uses that all end
//     in settings of the Messenger. docs/fixes.md lists libraries and refusals.
//   - An HMAC that no Messenger name or field is near is nobody's business here,
//     also when another system passes it on as a `user_hash`.
//   - That another identifier is sent than the one that is hashed is found where
//     both are in one function or one struct.
//   - A hash that comes ready from a database or another service is noted where it
//     is handed over, and its digest is not known.
//   - Whether the same page also gets a JWT is judged a boot or function, not
//     across requests.
//
// # Suppress
//
//	//messengerlint:ignore identityhash kept for app versions before 4.2, ends in June
package identityhash

// Package missingexpiry finds Messenger JWTs that never expire, expire at once, or
// live far too long.
//
// It reports, at the claims or at the value: no `exp`; `exp` on some paths only;
// `exp` in milliseconds or nanoseconds, or as a `time.Time`, `time.Duration` or
// string where JSON wants a number; an `exp` that is not after now; and a lifetime
// above `-max-lifetime` (24h unless set; above 7 days the severity is high). A
// lifetime that cannot be computed is fine.
//
// # Why it matters
//
// A token is a login that can be copied: from a log, a proxy, a shared computer, a
// browser extension. Without `exp`, or with one in milliseconds, it works until
// the secret is rotated, and the thief reads on after the user has left the
// company. An `exp` in the past is an outage: Intercom refuses the token.
//
// # Bad
//
// In Go:
//
//	claims := jwt.MapClaims{"user_id": u.ID} // no exp
//
//	claims["exp"] = time.Now().Add(time.Hour).UnixMilli()       // the year 57000
//	claims["exp"] = time.Now().Add(time.Hour)                   // JSON writes text
//	claims["exp"] = time.Now().AddDate(1, 0, 0).Unix()          // a year
//
// In JavaScript:
//
//	jwt.sign({ user_id: user.id, exp: Date.now() + 3600 * 1000 }, secret);
//
// # Good
//
// In Go:
//
//	claims := jwt.MapClaims{
//		"user_id": u.ID,
//		"exp":     time.Now().Add(time.Hour).Unix(),
//	}
//
//	registered := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
//
// In JavaScript:
//
//	jwt.sign({ user_id: user.id }, secret, { algorithm: 'HS256', expiresIn: '1h' });
//
// # How to fix
//
//  1. Set `exp` in Unix seconds, as long as a session of the product; one hour is
//     a good start, below five minutes pages fail while they are open.
//  2. Hand the Messenger a fresh token before the old one ends:
//     `Intercom('update', {intercom_user_jwt: fresh})`, on mobile `setUserJwt`.
//  3. The token is not the session: Intercom's own cookie lives a week. Shorten it
//     with `session_duration` (milliseconds) and call `shutdown` at logout.
//
// # Limits
//
//   - -fix adds an exp of one hour where the claims are a literal in sight (a map, a
//     struct, the sets given to go-jose's builder) or a builder of jwx; a wrong exp
//     is left to people. docs/fixes.md lists the libraries.
//   - A lifetime from the environment, a flag without a default, a database or an
//     unknown function is not known, and not reported. A default counts, at medium
//     confidence.
//   - Claims that cannot be seen whole are open: the rule is silent about a missing
//     `exp`.
//   - Arithmetic is folded over constants, `time.Duration`, `time.Time` methods and
//     Unix seconds; a date from `time.Date` or a parsed text is not compared with
//     now.
//   - Clocks that are stubbed or shifted are taken for the time of day.
//   - Whether the client refreshes the token is not judged (`messengerlint map`
//     shows where a refresh is seen).
//
// # Suppress
//
//	//messengerlint:ignore missingexpiry kiosk without logout, the key is rotated weekly
package missingexpiry

// Package missinguserid finds Messenger JWTs that name no user, or name one in a
// way that Intercom does not accept.
//
// It reports, at the claims:
//
//   - claims that are seen whole and have no `user_id`; when `sub`, `id`, `uid`,
//     `userId` or only `email` is there in its place, the message says so
//   - a `user_id` that is empty, a placeholder (`"undefined"`, `"0"`,
//     `"anonymous"`) or one constant for everybody
//   - a `user_id` that is a number in JSON, while Intercom wants a string
//   - a `user_id` that is set on some paths only
//   - a `user_id` that is another value than the one sent beside the token
//
// # Why it matters
//
// This is an outage first: Intercom refuses a token without `user_id`, so chat
// fails for everybody as soon as Messenger security is enforced, and products
// have switched enforcement off because of it, which lets anybody be anybody. One
// id for several users is worse than none: their conversations run together, and
// each reads what the others wrote.
//
// # Bad
//
// In Go:
//
//	claims := jwt.RegisteredClaims{
//		Subject:   u.ID, // becomes "sub", which Intercom does not read
//		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
//	}
//
//	type Claims struct {
//		UserID int64 `json:"user_id"` // a number
//		jwt.RegisteredClaims
//	}
//
// In JavaScript:
//
//	jwt.sign({ sub: user.id, email: user.email }, secret, { expiresIn: '1h' });
//
// # Good
//
// In Go:
//
//	type Claims struct {
//		UserID string `json:"user_id"`
//		Email  string `json:"email,omitempty"`
//		jwt.RegisteredClaims
//	}
//
//	claims := Claims{
//		UserID:           strconv.FormatInt(u.ID, 10),
//		Email:            u.Email,
//		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
//	}
//
// In JavaScript:
//
//	jwt.sign({ user_id: String(user.id), email: user.email }, secret, { expiresIn: '1h' });
//
// # How to fix
//
//  1. Put the id that the Messenger is booted with into `user_id`, as a string.
//     For a numeric id use `strconv`, or `json:"user_id,string"` in the tag.
//  2. Set it on every path, and refuse to sign for a user without an id: boot
//     the Messenger without identity for visitors.
//  3. Keep one id a user on all platforms; Intercom's own contact id is not it.
//
// # Limits
//
//   - -fix renames sub in a map, and moves it in jwx's builder and into the second set
//     of go-jose's; other substitutes may be another id. docs/fixes.md lists the
//     libraries.
//   - Claims that cannot be seen whole (from an interface, a decoder, a map filled
//     in a loop over unknown keys, an unknown function) are open: the rule is
//     silent about a missing claim.
//   - A value that may be empty at run time is reported only when the empty value
//     itself is seen in the function that signs.
//   - A type with a `MarshalText` method counts as a string; what a `MarshalJSON`
//     method writes is not looked at.
//   - Whether an id is stable and unique is not judged, and an internal id that
//     differs from the booted one is found only where both are in sight.
//
// # Suppress
//
//	//messengerlint:ignore missinguserid token of another product that shares the key until May
package missinguserid

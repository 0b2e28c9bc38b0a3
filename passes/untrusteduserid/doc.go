// Package untrusteduserid finds proofs that are made for an id which the request
// chose.
//
// It reports, at the mint or at the call that leads there: the `user_id` of a
// Messenger JWT, or the message of a `user_hash`, comes from a query, form, path
// value, header, unverified cookie, decoded body, gRPC or GraphQL argument, or
// from a token that was decoded and not verified, and nothing in between ties it
// to the signed-in user.
//
// Context values, session lookups, claims of a verified token and rows found by
// them are trusted. A comparison with a trusted id that leaves on mismatch makes
// the value trusted. A request value that only picks the platform's key is fine.
//
// # Why it matters
//
// The endpoint signs whatever it is asked for. An attacker with any account, or
// with none, sends somebody else's id, gets a token that Intercom believes, and
// reads and writes in that customer's name. The signature makes it worse than no
// proof at all, because everybody trusts it.
//
// # Bad
//
// In Go:
//
//	func token(w http.ResponseWriter, r *http.Request) {
//		claims := jwt.MapClaims{
//			"user_id": r.URL.Query().Get("user_id"), // the caller says who they are
//			"exp":     time.Now().Add(time.Hour).Unix(),
//		}
//		s, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(intercomKey)
//		fmt.Fprint(w, s)
//	}
//
// In JavaScript:
//
//	app.post('/intercom-token', (req, res) => {
//	  res.json({ token: jwt.sign({ user_id: req.body.userId }, secret, { expiresIn: '1h' }) });
//	});
//
// # Good
//
// In Go:
//
//	func token(w http.ResponseWriter, r *http.Request) {
//		u, ok := auth.UserFrom(r.Context()) // set by the login middleware
//		if !ok {
//			http.Error(w, "sign in first", http.StatusUnauthorized)
//			return
//		}
//		claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
//		s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(intercomKey)
//		if err != nil {
//			http.Error(w, "chat is not available", http.StatusInternalServerError)
//			return
//		}
//		fmt.Fprint(w, s)
//	}
//
// In JavaScript:
//
//	app.get('/intercom-token', requireLogin, (req, res) => {
//	  res.json({ token: jwt.sign({ user_id: req.user.id }, secret, { expiresIn: '1h' }) });
//	});
//
// # How to fix
//
//  1. Take the id from the session, and delete the parameter.
//  2. Where an id in the request must stay (a path such as `/users/{id}/chat`),
//     compare it with the session's id and leave with 403 when they differ.
//  3. Verify a token before its claims are used: `ParseWithClaims`, not
//     `ParseUnverified`.
//  4. Look into the endpoint's log for ids that were asked for by others.
//
// # Limits
//
//   - A function that is given the id together with something else and whose
//     result decides whether the mint is reached counts as a check, whatever it
//     does (`canImpersonate(admin, id)`). Functions named for looking up, parsing
//     or checking the form of an id do not.
//   - A check in a middleware, in a caller of another package or in a router's
//     configuration is not seen; a request value with such a check is reported.
//   - A function in another package that returns the request's id without a
//     fact (through an interface with several implementations, reflection, a
//     generated client) ends the trail, and the rule is silent.
//   - Rows of a database count as trusted, also when the row was found by an id
//     of the request and its owner is never compared.
//   - A session cookie counts as verified when a session library reads it; a
//     home-made format is not checked for its signature.
//   - Headers that identity proxies set (`X-Forwarded-User`,
//     `X-Goog-Authenticated-User-*` and their like) are neither trusted nor
//     reported: whether the proxy is the only way in cannot be seen.
//
// # Suppress
//
//	//messengerlint:ignore untrusteduserid staff tool, the route is behind RequireAdmin
package untrusteduserid

// Package signingalg finds Messenger JWTs that are signed with anything but
// HS256.
//
// It reports, at the algorithm: HS384, HS512, RS*, PS*, ES*, EdDSA, `none`, an
// algorithm that the request or the token's own header chooses, and a
// hand-written HS256 over another digest than SHA-256.
//
// # Why it matters
//
// HS256 is the one algorithm that Intercom documents and accepts. Anything else is
// refused: an outage for every signed-in user once security is enforced. `none`
// is a token that anybody can write, and an algorithm that the request chooses
// lets the caller ask for it.
//
// # Bad
//
// In Go:
//
//	token := jwt.NewWithClaims(jwt.SigningMethodHS512, claims)
//
//	alg := r.Header.Get("X-Alg")
//	token = jwt.NewWithClaims(jwt.GetSigningMethod(alg), claims)
//
// In JavaScript:
//
//	jwt.sign(claims, secret, { algorithm: 'HS384' });
//
// # Good
//
// In Go:
//
//	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
//	return token.SignedString([]byte(secret))
//
// In JavaScript:
//
//	jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn: '1h' });
//
// # How to fix
//
// Name HS256 at the mint, with the Messenger API secret as the key, as text. Do
// not take the algorithm from configuration: there is nothing to configure. An
// RS256 `salesforce_identity_token` on the same page is another token and is
// right as it is.
//
// # Limits
//
//   - An algorithm from a configuration value without a default is not known,
//     and not reported.
//   - A signing method or signer behind an interface with several
//     implementations in the package is not resolved.
//   - A key object that carries its own algorithm (a JWK read at run time) is
//     open.
//   - A home-made signer over a digest that is no HMAC of the standard library is
//     not recognised as a mint.
//
// # Suppress
//
//	//messengerlint:ignore signingalg read by our own gateway, which signs again with HS256
package signingalg

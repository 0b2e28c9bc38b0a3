package catalog

// tokenSources enters the claims that parsers of tokens fill or return: trusted
// once the token was checked, the sender's choice when it was not. What the
// parsers return themselves follows from their roles in jwtCalls.
func tokenSources() sourceTable {
	t := sourceTable{}
	checked, unchecked := source(Session), source(Unverified)
	for _, p := range golangImports {
		put(t, p, "ParseWithClaims *Parser.ParseWithClaims", checked.into(1))
		put(t, p, "*Parser.ParseUnverified", unchecked.into(1))
	}
	for _, p := range joseImports {
		put(t, p+"/jwt", "*JSONWebToken.Claims", checked.into(Rest))
		put(t, p+"/jwt", "*JSONWebToken.UnsafeClaimsWithoutVerification", unchecked.into(Rest))
	}
	for _, p := range cristalImports[1:] {
		put(t, p, "ParseClaims", checked.into(2))
	}
	put(t, gbrlsnchs, "Verify", checked.into(2))

	// Claims that a middleware checked and left in the context.
	for _, p := range jwtauthImports {
		put(t, p, "FromContext", checked.ok(2))
	}
	for p := range ginJWTImports {
		put(t, p, "ExtractClaims ExtractClaimsFromToken", checked)
	}
	put(t, irisJWT, "Get GetVerifiedToken", checked)
	put(t, "github.com/go-kratos/kratos/v2/middleware/auth/jwt", "FromContext", checked.ok(1))
	return t
}

package judge

import (
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// nextRequest says whether a value is what Next.js gives of the request, and
// which part: cookies() and headers() of next/headers.
func nextRequest(v *flow.Value) (string, bool) {
	if v.Kind != flow.Called || v.Callee == nil || len(v.Path) > 0 {
		return "", false
	}
	switch mod, member, _ := v.Callee.Import(); mod + "." + member {
	case "next/headers.cookies":
		return "cookie", true
	case "next/headers.headers":
		return "header", true
	}
	return "", false
}

// decodes says whether a call decodes a JWT without verifying it.
func (j *judge) decodes(n *tree.Node, ctx *flow.Ctx) bool {
	mod, member, ok := j.flow.Eval(n.X, ctx).Import()
	if !ok {
		return false
	}
	switch mod + "." + member {
	case "jsonwebtoken.decode", "jose.decodeJwt", "jwt-decode.", "jwt-decode.jwtDecode":
		return true
	}
	return false
}

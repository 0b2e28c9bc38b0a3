// Package commands hands ids over in a struct that many handlers fill. Each call is judged by what it
// put in: those of the request are hits, that of the session and the compared one are not.
package commands

import (
	"context"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/graphql-go/graphql"
)

// Issue asks for a token.
type Issue struct {
	Member string
	Locale string
}

// IntercomIssuer runs it.
type IntercomIssuer struct{ key []byte }

// Run mints: the caller's duty.
func (i *IntercomIssuer) Run(cmd *Issue) (string, error) {
	c := jwt.MapClaims{"user_id": cmd.Member, "locale": cmd.Locale, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}

type memberKey struct{}

func member(ctx context.Context) string {
	m, _ := ctx.Value(memberKey{}).(string)
	return m
}

func (i *IntercomIssuer) answer(w http.ResponseWriter, token string, err error) {
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(token))
}

// Form is a hit.
func (i *IntercomIssuer) Form(w http.ResponseWriter, r *http.Request) {
	token, err := i.Run(&Issue{Member: r.FormValue("member"), Locale: r.FormValue("locale")}) // want untrusteduserid
	i.answer(w, token, err)
}

// Later is a hit: the field is set after the literal.
func (i *IntercomIssuer) Later(w http.ResponseWriter, r *http.Request) {
	var cmd Issue
	cmd.Locale = "en"
	cmd.Member = r.PathValue("member")
	token, err := i.Run(&cmd) // want untrusteduserid
	i.answer(w, token, err)
}

// Own is a near miss: only the language is the request's.
func (i *IntercomIssuer) Own(w http.ResponseWriter, r *http.Request) {
	token, err := i.Run(&Issue{Member: member(r.Context()), Locale: r.FormValue("locale")})
	i.answer(w, token, err)
}

// Compared is a near miss: the same value is read again after the comparison.
func (i *IntercomIssuer) Compared(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("member") != member(r.Context()) {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	token, err := i.Run(&Issue{Member: r.FormValue("member")})
	i.answer(w, token, err)
}

// OtherCompared is a hit: another value was compared.
func (i *IntercomIssuer) OtherCompared(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("owner") != member(r.Context()) {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	token, err := i.Run(&Issue{Member: r.FormValue("member")}) // want untrusteduserid
	i.answer(w, token, err)
}

// Fields of the API.
func (i *IntercomIssuer) Fields() graphql.Fields {
	return graphql.Fields{
		"memberToken": &graphql.Field{
			Type: graphql.String,
			Resolve: func(p graphql.ResolveParams) (any, error) {
				id, _ := p.Args["member"].(string)
				return i.Run(&Issue{Member: id}) // want untrusteduserid
			},
		},
		"token": &graphql.Field{
			Type: graphql.String,
			Resolve: func(p graphql.ResolveParams) (any, error) {
				return i.Run(&Issue{Member: member(p.Context)})
			},
		},
	}
}

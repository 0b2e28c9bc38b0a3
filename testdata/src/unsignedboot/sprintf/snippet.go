// Package sprintf: snippets made with fmt.Sprintf, Fprintf, concatenation and a strings.Builder (hits); the same snippets with
// the token are near misses.
package sprintf

import (
	"fmt"
	"io"
	"strings"
)

// User is signed in.
type User struct{ ID, Email, JWT string }

// Snippet is put at the end of the body.
func Snippet(appID string, u User) string {
	return fmt.Sprintf(`<script>window.intercomSettings = {app_id: %q, user_id: %q, email: %q};</script>`, appID, u.ID, u.Email) // want unsignedboot
}

// SnippetSigned differs by the token.
func SnippetSigned(appID string, u User) string {
	return fmt.Sprintf(`<script>window.intercomSettings = {app_id: %q, user_id: %q, email: %q, intercom_user_jwt: %q};</script>`, appID, u.ID, u.Email, u.JWT)
}

// Write writes it to the page.
func Write(w io.Writer, appID string, u User) {
	fmt.Fprintf(w, "<script>Intercom('boot', {app_id: %q, email: %q});</script>", appID, u.Email) // want unsignedboot
}

// WriteSigned differs by the token.
func WriteSigned(w io.Writer, appID string, u User) {
	fmt.Fprintf(w, "<script>Intercom('boot', {app_id: %q, email: %q, intercom_user_jwt: %q});</script>", appID, u.Email, u.JWT)
}

// Concat glues it together.
func Concat(appID string, u User) string {
	return `<script>Intercom("boot", {app_id: "` + appID + `", user_id: "` + u.ID + `"});</script>` // want unsignedboot
}

// ConcatSigned differs by the token.
func ConcatSigned(appID string, u User) string {
	return `<script>Intercom("boot", {app_id: "` + appID + `", user_id: "` + u.ID + `", intercom_user_jwt: "` + u.JWT + `"});</script>`
}

// Builder writes it whole into a builder.
func Builder(appID string, u User) string {
	var b strings.Builder
	b.WriteString("<script>")
	fmt.Fprintf(&b, "window.intercomSettings = {app_id: %q, user_id: %q};", appID, u.ID) // want unsignedboot
	b.WriteString("</script>")
	return b.String()
}

// BuilderSigned differs by the token.
func BuilderSigned(appID string, u User) string {
	var b strings.Builder
	b.WriteString("<script>")
	fmt.Fprintf(&b, "window.intercomSettings = {app_id: %q, user_id: %q, intercom_user_jwt: %q};", appID, u.ID, u.JWT)
	b.WriteString("</script>")
	return b.String()
}

// Package written: settings that several statements put together, with the conditions of Go around the parts (hits), and the same
// with a proof, or where a part is not seen (near misses).
package written

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

// User is signed in.
type User struct{ ID, Email string }

func sign(id string) string { return id }

// Pieces writes the object piece by piece.
func Pieces(u User) string {
	var b strings.Builder
	b.WriteString("<script>")
	b.WriteString("window.intercomSettings = {") // want unsignedboot
	b.WriteString(`app_id: "p2v7k0xm",`)
	fmt.Fprintf(&b, "user_id: %q", u.ID)
	b.WriteString("};</script>")
	return b.String()
}

// PiecesSigned differs by the token.
func PiecesSigned(u User, jwt string) string {
	var b strings.Builder
	b.WriteString("<script>")
	b.WriteString("window.intercomSettings = {")
	b.WriteString(`app_id: "p2v7k0xm",`)
	fmt.Fprintf(&b, "user_id: %q", u.ID)
	fmt.Fprintf(&b, ", intercom_user_jwt: %q", jwt)
	b.WriteString("};</script>")
	return b.String()
}

// PiecesIf puts the proof in where there is one.
func PiecesIf(u User, jwt string) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Intercom('boot', {app_id: 'p2v7k0xm', user_id: %q", u.ID)
	if jwt != "" {
		fmt.Fprintf(&b, ", intercom_user_jwt: %q", jwt)
	}
	b.WriteString("});")
	return b.String()
}

// PiecesElse names the user where there is no proof.
func PiecesElse(w io.Writer, u User, jwt string) {
	io.WriteString(w, "<script>Intercom('boot', {app_id: 'p2v7k0xm',") // want unsignedboot
	if jwt != "" {
		fmt.Fprintf(w, "intercom_user_jwt: %q", jwt)
	} else {
		fmt.Fprintf(w, "email: %q", u.Email)
	}
	io.WriteString(w, "});</script>")
}

// PiecesHelper lets another function write into the object.
func PiecesHelper(w io.Writer, u User) {
	fmt.Fprintf(w, "<script>Intercom('boot', {app_id: 'p2v7k0xm', user_id: %q", u.ID)
	writeProof(w, u)
	fmt.Fprint(w, "});</script>")
}

func writeProof(w io.Writer, u User) {
	fmt.Fprintf(w, ", intercom_user_jwt: %q", sign(u.ID))
}

// Early returns with the anonymous boot first.
func Early(w http.ResponseWriter, u *User) {
	if u == nil {
		fmt.Fprint(w, `<script>Intercom('boot', {app_id: 'p2v7k0xm'});</script>`)
		return
	}
	fmt.Fprintf(w, `<script>Intercom('boot', {app_id: 'p2v7k0xm', user_id: '%s'});</script>`, u.ID) // want unsignedboot
}

// Grown adds to a string.
func Grown(u User) string {
	s := `app_id: "p2v7k0xm"`
	s += `, user_id: "` + u.ID + `"`
	return "<script>window.intercomSettings = {" + s + "};</script>" // want unsignedboot
}

// GrownSigned adds the token on top.
func GrownSigned(u User, jwt string) string {
	s := `app_id: "p2v7k0xm"`
	s += `, user_id: "` + u.ID + `"`
	if jwt != "" {
		s += `, intercom_user_jwt: "` + jwt + `"`
	}
	return "<script>window.intercomSettings = {" + s + "};</script>"
}

// Joined collects fields.
func Joined(u User) string {
	fields := []string{`app_id: "p2v7k0xm"`, fmt.Sprintf("user_id: %q", u.ID)}
	if u.Email != "" {
		fields = append(fields, fmt.Sprintf("email: %q", u.Email))
	}
	return "<script>window.intercomSettings = {" + strings.Join(fields, ", ") + "};</script>" // want unsignedboot
}

// JoinedSigned has the token among them.
func JoinedSigned(u User, jwt string) string {
	fields := []string{`app_id: "p2v7k0xm"`, fmt.Sprintf("user_id: %q", u.ID)}
	if jwt != "" {
		fields = append(fields, fmt.Sprintf("intercom_user_jwt: %q", jwt))
	}
	return "<script>window.intercomSettings = {" + strings.Join(fields, ", ") + "};</script>"
}

// Fields come from elsewhere.
func Fields(u User, more []string) string {
	return "<script>window.intercomSettings = {user_id: '" + u.ID + "'," + strings.Join(more, ", ") + "};</script>"
}

const shell = `<script>window.intercomSettings = {app_id: "p2v7k0xm", user_id: "__ID__", "__PROOF__": "__VALUE__"};</script>`

const shellOpen = `<script>window.intercomSettings = {app_id: "p2v7k0xm", user_id: "__ID__" /* more */};</script>`

// Replaced fills in marks, one of which may be anything.
func Replaced(u User, proof string) (string, string) {
	a := strings.NewReplacer("__ID__", u.ID, "__PROOF__", "intercom_user_jwt", "__VALUE__", proof).Replace(shell)
	b := strings.ReplaceAll(shellOpen, "/* more */", proof)
	return a, b
}

const shellUser = `<script>window.intercomSettings = {app_id: "p2v7k0xm", user_id: "__ID__"};</script>` // want unsignedboot

// ReplacedUser fills in the id alone.
func ReplacedUser(u User) string { return strings.ReplaceAll(shellUser, "__ID__", u.ID) }

const head, tail = `<script>window.intercomSettings = {app_id: "p2v7k0xm", `, `};</script>`

// Wrapped is closed elsewhere.
func Wrapped(u User) string { return head + `intercom_user_jwt: "` + sign(u.ID) + `"` + tail }

// WrappedUser names the user between.
func WrappedUser(u User) string {
	return head + `email: "` + u.Email + `"` + tail // want unsignedboot
}

// Optional has a proof or nothing in a variable.
func Optional(u User, jwt string) string {
	proof := ""
	if jwt != "" {
		proof = fmt.Sprintf(", intercom_user_jwt: %q", jwt)
	}
	return fmt.Sprintf(`<script>Intercom("boot", {app_id: "p2v7k0xm", user_id: %q%s});</script>`, u.ID, proof)
}

// Nothing hands over a proof that is never set.
func Nothing(u User) string {
	const proof = ""
	return fmt.Sprintf(`<script>Intercom("boot", {app_id: "p2v7k0xm", user_id: %q, intercom_user_jwt: %q});</script>`, u.ID, proof) // want unsignedboot
}

// ErrBoot and the log only speak of boots.
var ErrBoot = errors.New(`window.intercomSettings = {app_id: "a", user_id: "b"}: no proof`)

// Logged tells what was booted.
func Logged(u User) error {
	log.Printf(`Intercom("boot", {app_id: "p2v7k0xm", user_id: %q})`, u.ID)
	if strings.Contains(u.ID, `Intercom("boot", {user_id: "x"})`) {
		return fmt.Errorf(`bad boot: Intercom("boot", {user_id: %q})`, u.ID)
	}
	fmt.Println("Put this into your page:\n\n<script>Intercom('boot', {app_id: 'APP', user_id: 'ID'});</script>")
	return nil
}

// Direct passes the bytes on.
func Direct(w http.ResponseWriter, u User) {
	w.Write([]byte("<script>window.Intercom('update', {\"user_id\": \"" + u.ID + "\"});</script>")) // want unsignedboot
}

// DirectSigned differs by the token.
func DirectSigned(w http.ResponseWriter, u User) {
	w.Write([]byte("<script>window.Intercom('update', {\"user_id\": \"" + u.ID + "\", \"intercom_user_jwt\": \"" + sign(u.ID) + "\"});</script>"))
}

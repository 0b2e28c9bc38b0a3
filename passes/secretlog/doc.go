// Package secretlog finds the Messenger secret, a Messenger JWT or a user_hash
// in a log, an error text or a URL.
//
// It reports, at the argument: the secret itself, a struct that holds it printed
// with `%v`, `%+v` or `%#v` or handed whole to a structured logger, or a proof, in
// `log`, `log/slog`, `fmt.Print*`, zap, zerolog, logrus, klog, an `error` text, a
// panic, a URL query or redirect, an analytics call; `console.log`, `print`,
// `NSLog`, `Log.d` in web and app code.
//
// The encoder decides: `json:"-"` keeps a field out of JSON loggers and not out
// of `%+v`; a `LogValue`, `String`, `MarshalJSON` or `Format` method that redacts
// is respected, and so are lengths and functions named for redacting.
//
// # Why it matters
//
// Logs are copied to collectors, vendors, laptops and tickets, and kept for
// years; more people read them than may read the secret store. A secret in a log
// signs for every user. A proof in a log or a URL is a user's login: it works for
// whoever replays it until it expires, and a `user_hash` never does. URLs end up
// in histories, proxies and Referer headers.
//
// # Bad
//
// In Go:
//
//	log.Printf("config: %+v", cfg)              // cfg.IntercomSecret goes along
//	slog.Info("minted", "jwt", token)
//	return fmt.Errorf("cannot sign with %s: %w", secret, err)
//	http.Redirect(w, r, "/chat?token="+token, http.StatusFound)
//
// In JavaScript:
//
//	console.log('JWT received:', token);
//
// In Kotlin:
//
//	Log.d("Support", "jwt=$jwt")
//
// # Good
//
// In Go:
//
//	// Secret prints as stars wherever it ends up.
//	type Secret string
//
//	func (Secret) String() string               { return "***" }
//	func (Secret) GoString() string             { return "***" }
//	func (Secret) LogValue() slog.Value         { return slog.StringValue("***") }
//	func (Secret) MarshalText() ([]byte, error) { return []byte("***"), nil }
//
//	func minted(u User, token string) {
//		slog.Info("minted", "user", u.ID, "bytes", len(token))
//	}
//
// In JavaScript:
//
//	console.log('JWT received', Boolean(token));
//
// # How to fix
//
//  1. Log that there is a secret or a token, or its length; never the value.
//  2. Give the secret a type that redacts itself, so that the next `%+v` is
//     harmless.
//  3. Send the token in the body or in a header, not in a URL.
//  4. When the line has run in production, rotate the secret (below). For a
//     leaked JWT it is enough to wait for its `exp`; a `user_hash` ends with
//     the secret only.
//
// # Rotation
//
//  1. In Intercom: Settings > Workspace > Security > Messenger: rotate the secret of
//     the platform.
//  2. Put the new one into the secret store for that platform only, and deploy.
//  3. Delete the log entries, and tell those who run the log collector.
//
// # Limits
//
//   - Home-made helpers are followed within their package and, by facts, across
//     packages. A logger that the catalog does not know, or one behind an
//     interface, counts when its type is named `…Logger` or `…Log` and its method
//     like a level (`Infof`, `Debug`), at medium confidence, and else not.
//   - A redacting method of the package is looked into; one of another package is
//     believed, whatever it returns.
//   - Middleware that logs whole requests or responses, debug switches of HTTP
//     clients, the environment as a whole and arguments of child processes are not
//     known to hold a secret.
//   - What a panic or a crash report prints of local variables is not seen.
//   - Values that reach a log through a database, a queue or a file are not
//     followed.
//   - Tests are left out unless `-tests` asks for them.
//
// # Suppress
//
//	//messengerlint:ignore secretlog prints the token of the demo user on a developer's machine
package secretlog

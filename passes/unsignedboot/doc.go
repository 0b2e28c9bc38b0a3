// Package unsignedboot finds boots of the Messenger that name a user and carry no
// proof.
//
// It reports, at the boot: settings with `user_id` or `email` and neither
// `intercom_user_jwt` nor `user_hash`, in HTML, Go templates, JavaScript,
// TypeScript, JSX, Vue and Svelte, in Go code that writes the snippet, in the
// usual wrappers (messenger-js-sdk, react-use-intercom, Vue, Angular, Segment); an
// update that names the user and drops the proof; a proof that is seen empty; a
// proof under a key that Intercom does not read (`intercomUserJwt` in raw
// settings, `intercom_jwt`); and on iOS, Android, React Native, Flutter and
// Capacitor a login with identity and no `setUserJwt` or `setUserHash` before it.
//
// Anonymous boots are fine. So are settings that cannot be seen whole.
//
// # Why it matters
//
// Without a proof the browser says who the user is. Anybody opens the console,
// calls `Intercom('boot', {user_id: '1'})` and reads that customer's
// conversations. Where Messenger security is enforced, such a boot fails instead
// (HTTP 403), and chat is gone for real users.
//
// # Bad
//
// In a template:
//
//	<script>
//	  window.intercomSettings = {
//	    app_id: "{{.AppID}}",
//	    user_id: "{{.User.ID}}",
//	    email: "{{.User.Email}}"
//	  };
//	</script>
//
// In Go:
//
//	fmt.Fprintf(w, `<script>window.intercomSettings = {app_id: %q, user_id: %q}</script>`, appID, u.ID)
//
// In Swift:
//
//	let attributes = ICMUserAttributes()
//	attributes.userId = user.id
//	Intercom.loginUser(with: attributes) { _ in }
//
// # Good
//
// In a template:
//
//	<script>
//	  window.intercomSettings = {
//	    app_id: "{{.AppID}}",
//	    intercom_user_jwt: "{{.IntercomJWT}}"
//	  };
//	</script>
//
// In JavaScript:
//
//	const { token } = await (await fetch('/api/intercom-token')).json();
//	Intercom('boot', { app_id: APP_ID, intercom_user_jwt: token });
//	// later, with a fresh token:
//	Intercom('update', { intercom_user_jwt: freshToken });
//
// In Swift:
//
//	Intercom.setUserJwt(token) // first
//	let attributes = ICMUserAttributes()
//	attributes.userId = user.id
//	Intercom.loginUser(with: attributes) { _ in }
//
// # How to fix
//
//  1. Sign a JWT on the server for the signed-in user and hand it to the page or
//     the app.
//  2. Boot with `intercom_user_jwt`, and take `user_id`, `email` and other
//     protected attributes out of the plain settings: they ride in the token.
//  3. On mobile call `setUserJwt` before the login, and wait for it.
//  4. Repeat it in every `update` that names the user, with a fresh token.
//  5. When all platforms send a proof, enforce Messenger security in Intercom.
//
// # Limits
//
//   - Settings that come from elsewhere (a spread of an unknown object, a call, a
//     value of the server, a tag manager) are open, and silent.
//   - Whether the proof is a valid one is not visible at the boot. Other rules look
//     at the mint.
//   - On mobile a `setUserJwt` in another file of the same app makes a login open;
//     its order at run time is not known.
//   - Snippets that Go code puts together from pieces in several functions are
//     read only as far as the pieces are constant.
//   - Pug, Haml, Slim and templates of other languages are not parsed; HTML inside
//     them is read where it is written as HTML.
//   - Minified bundles are left out: their source is what counts.
//   - Whether Messenger security is enforced in the workspace cannot be known from
//     the source.
//
// # Suppress
//
//	//messengerlint:ignore unsignedboot shown to visitors only, the id is a random one
//
// In HTML write `<!-- messengerlint:ignore unsignedboot … -->` on the line above.
package unsignedboot

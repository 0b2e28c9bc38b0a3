// Package frontendkey finds the places where the Messenger API secret leaves the
// server for a browser or an app.
//
// It reports, at the point of exposure:
//
//   - in Go: the secret, or a struct or map that holds it, in template data, a
//     template function, an HTTP, gRPC or GraphQL response, a cookie or header,
//     `template.JS`, `syscall/js`, an esbuild `Define`, or a file written below a
//     public, static, dist or assets folder; everything in a package that is
//     built for js/wasm
//   - in web code: the secret under a prefix that bundlers publish
//     (`NEXT_PUBLIC_`, `VITE_`, `REACT_APP_` and their like), in
//     `publicRuntimeConfig`, `define` or page props, in a built bundle or source
//     map; a proof that client code signs itself
//   - in apps: the key in what configures them (Info.plist, BuildConfig fields,
//     gradle.properties, app.json, strings.xml), and a JWT or hash made on the
//     device; a key that their source merely names is hardcodedsecret
//   - in configuration: a public prefix in front of a name of the secret
//
// The proof itself (the JWT, the hash) belongs into the page and is fine. So are
// the app id and the `ios_sdk-` and `android_sdk-` keys, which are public.
//
// # Why it matters
//
// What reaches a browser or ships in an app is public: developer tools, `strings`
// and an unpacked archive show it. With the secret an attacker signs a token for
// any user and reads that user's conversations. Signing in the client also means
// that the client says who the user is.
//
// # Bad
//
// In Go:
//
//	func home(w http.ResponseWriter, r *http.Request) {
//		page.Execute(w, map[string]any{"Config": cfg}) // cfg.IntercomSecret goes along
//	}
//
//	type ClientConfig struct {
//		AppID  string `json:"appId"`
//		Secret string `json:"intercomSecret"` // json.NewEncoder(w).Encode(c)
//	}
//
// In JavaScript:
//
//	const jwt = await new SignJWT({ user_id: user.id })
//	  .setProtectedHeader({ alg: 'HS256' })
//	  .sign(new TextEncoder().encode(import.meta.env.VITE_INTERCOM_SECRET));
//
// In Kotlin:
//
//	val mac = Mac.getInstance("HmacSHA256")
//	mac.init(SecretKeySpec(BuildConfig.INTERCOM_API_SECRET.toByteArray(), "HmacSHA256"))
//	Intercom.client().setUserHash(mac.doFinal(userId.toByteArray()).toHex())
//
// In configuration:
//
//	NEXT_PUBLIC_INTERCOM_SECRET_KEY=…
//
// # Good
//
// In Go:
//
//	func home(w http.ResponseWriter, r *http.Request) {
//		u := session.User(r.Context())
//		token, err := signer.Sign(u.ID) // the secret stays in here
//		if err != nil {
//			http.Error(w, "chat is not available", http.StatusInternalServerError)
//			return
//		}
//		page.Execute(w, Page{AppID: appID, IntercomJWT: token})
//	}
//
// In JavaScript:
//
//	const { token } = await (await fetch('/api/intercom-token')).json();
//	Intercom('boot', { app_id: APP_ID, intercom_user_jwt: token });
//
// # How to fix
//
//  1. Rotate the secret (below): everybody who loaded the page may have it.
//  2. Sign on the server, in an endpoint that needs the product's own login and
//     signs only the signed-in user's id.
//  3. Hand the client the finished token. Give templates and responses a type
//     of their own with the fields that the client needs.
//  4. Delete the published variable, bundle, source map and app build.
//
// # Rotation
//
//  1. In Intercom: Settings > Workspace > Security > Messenger: rotate the secret of
//     each platform that had the leaked one.
//  2. Put the new secret into the server's secret store, under a name without a
//     public prefix, and deploy.
//  3. Purge caches of the CDN and withdraw app builds that hold the old one.
//
// # Limits
//
//   - A value that goes through a database, a queue, a cache or a file on its way
//     to the client is not followed.
//   - Writers, encoders, renderers and templates are those of the standard library
//     and of the frameworks in the catalog, and helpers around them; a renderer of
//     a little known framework is silent until it is named in the settings.
//   - A template is judged by what its text prints when the text is in the package;
//     when it is not, every exported field of the data counts as printed, at medium
//     confidence.
//   - Whether a public folder or a route is behind a login is not judged.
//   - Only the command sees files on disk that Go code serves (`http.FileServer`,
//     embedded trees); the golangci-lint plugin and `go vet` see the Go side.
//   - A secret that is encoded by hand before it leaves, and one that a child
//     process gets in its environment, are not followed.
//
// # Suppress
//
//	//messengerlint:ignore frontendkey the value is the public SDK key of the app
package frontendkey

// Package hardcodedsecret finds the Messenger API secret where it is written
// into the source, a configuration file or a build script.
//
// It reports, at the literal:
//
//   - a literal, constant or concatenation that becomes the key of a Messenger
//     proof, however short, through constants, fields, helpers and packages
//   - a literal with the shape of a secret (40 to 44 letters, digits, `_` and
//     `-`, random enough) under a name of the Messenger secret: variable, field,
//     map key, struct tag default, flag default, `viper.SetDefault`, the fallback
//     of an environment variable
//   - a file with the key that `//go:embed` puts into the binary, and a secret
//     that the linker puts there with `-ldflags -X`
//   - an access token of Intercom's REST API (60 characters, `dG9rO…`), anywhere
//   - a Messenger JWT that was pasted as a literal
//
// # Why it matters
//
// Whoever reads the repository, an image layer, a laptop backup or the binary
// has the key. With it anybody signs a token for any `user_id`, opens the
// Messenger as that customer and reads every conversation, with no trace in the
// product's own logs. Tokens without expiry and every `user_hash` stay good
// until the key is rotated.
//
// # Bad
//
// In Go:
//
//	const intercomJWTSecret = "Zk3v…" // 43 characters
//
//	func IntercomToken(u User) (string, error) {
//		claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
//		return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(intercomJWTSecret))
//	}
//
//	// A fallback is a secret too: it is what runs when the variable is missing.
//	var secret = cmp.Or(os.Getenv("INTERCOM_JWT_SECRET"), "Zk3v…")
//
// In configuration:
//
//	INTERCOM_IDENTITY_SECRET=Zk3v…                    # .env that is committed
//	secret: ${INTERCOM_JWT_SECRET:-Zk3v…}             # YAML with a fallback
//	go build -ldflags "-X main.intercomSecret=Zk3v…"  # Makefile, Dockerfile, CI
//
// # Good
//
// In Go:
//
//	func signer() (*Signer, error) {
//		secret := os.Getenv("INTERCOM_JWT_SECRET")
//		if secret == "" {
//			return nil, errors.New("INTERCOM_JWT_SECRET is not set")
//		}
//		return &Signer{key: []byte(secret)}, nil
//	}
//
// In configuration:
//
//	INTERCOM_IDENTITY_SECRET=                  # .env.example: the name alone
//	secret: ${INTERCOM_JWT_SECRET}             # no fallback: fail instead
//	valueFrom: {secretKeyRef: {name: intercom, key: jwt}}
//
// # How to fix
//
//  1. Rotate the secret first (below): deleting the line does not help.
//  2. Read the new one from the environment or a secret store, and stop at
//     start-up when it is empty (see wrongkey).
//  3. Give development and tests a secret of a TEST workspace, or an obvious
//     placeholder such as `your-secret-here`, which is not reported.
//
// # Rotation
//
//  1. In Intercom: Settings > Workspace > Security > Messenger: rotate the secret of
//     the platform (web, iOS and Android have one each, TEST workspaces too).
//  2. Put the new secret into the secret store, for that platform only.
//  3. Deploy. It is not documented whether the old secret goes on working for
//     a while, so do both steps in one go.
//  4. Take the old one out of the history of the repository, images and caches;
//     `messengerlint history` shows where it is. Rotation is what counts: the
//     history may have been copied.
//
// A REST access token is rotated in Intercom's Developer Hub instead.
//
// # Limits
//
//   - A literal under a name that does not speak of the Messenger (`tokenKey`)
//     is found when it is seen to become the key of a proof, and else not.
//   - By name alone a value must have the shape of a secret. A short home-made
//     password under a weak name such as `INTERCOM_SECRET` is silent unless it
//     becomes a key; under a strong name it is reported with `-min-confidence
//     low`.
//   - Secrets that code puts together (decryption, XOR, bytes of an array, parts
//     joined in a loop) are not computed.
//   - A file that `//go:embed` takes in is reported when it becomes the key
//     through a string, bytes or `ReadFile`; other ways out of an `embed.FS` are
//     not followed.
//   - Go files outside the build (tags, other systems) are read for literals
//     under names, without types.
//   - Where the literal is also exposed to a client, frontendkey has the finding
//     and this rule is silent.
//
// # Suppress
//
//	//messengerlint:ignore hardcodedsecret secret of a TEST workspace without data
package hardcodedsecret

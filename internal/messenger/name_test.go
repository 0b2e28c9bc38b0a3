package messenger

import (
	"slices"
	"strings"
	"testing"
)

// secretNames are the spellings of INTERCOM.md 2.5 and their relatives.
var secretNames = map[Strength]string{
	StrongName: `INTERCOM_IDENTITY_VERIFICATION_SECRET INTERCOM_IDENTITY_VERIFICATION_KEY
		INTERCOM_IDENTITY_VERIFICATION_SECRET_KEY INTERCOM_IDENTITY_SECRET INTERCOM_JWT_SECRET INTERCOM_HMAC_SECRET
		INTERCOM_HMAC_SECRET_KEY INTERCOM_HMAC_KEY INTERCOM_VERIFICATION_SECRET INTERCOM_VERIFICATION_KEY
		INTERCOM_SECURE_MODE_SECRET_KEY INTERCOM_SECURE_MODE_SECRET INTERCOM_SECURE_MODE_KEY INTERCOM_SIGNING_SECRET
		INTERCOM_SIGNING_KEY INTERCOM_MESSENGER_SECRET INTERCOM_MESSENGER_API_SECRET INTERCOM_MESSENGER_JWT_SECRET
		INTERCOM_IDENTITY_KEY INTERCOM_WEB_SECRET INTERCOM_IOS_SECRET INTERCOM_ANDROID_SECRET
		INTERCOM_IOS_SECRET_KEY INTERCOM_IOS_API_SECRET INTERCOM_ANDROID_API_SECRET
		intercom_web_verification_secret intercom_android_verification_secret intercom_ios_verification_secret
		HIVE_INTERCOM_SECURE_MODE_SECRET_KEY RECO_INTERCOM_IDV_SECRET intercom.identity_verification_secret
		intercom.identity-verification-secret intercom.identityVerificationSecret intercom.secureModeSecretKey
		intercom[jwt_secret] IntercomJWTSecret intercomHmacKey intercomJwtSecret IntercomIOSSecret intercomiOSSecret
		intercomAndroidSecret intercomidentitysecret INTERCOM_SECUREMODE_SECRET INTERCOM_JWT_KEY
		MESSENGER_IDENTITY_SECRET MessengerJWTSecret messenger.identity.secret INTERCOM_JWT_SECRET_PROD
		NEXT_PUBLIC_INTERCOM_IDENTITY_VERIFICATION_SECRET VITE_INTERCOM_JWT_SECRET cfg.Intercom.JWTSecret
		intercom.web.secret intercom.secret.web intercom.messenger.key process.env.INTERCOM_JWT_SECRET
		INTERCOM_JWT_SECRET_2 secretForIntercomJWT getIntercomJWTSecret INTERCOM_JWT_TOKEN_SECRET
		INTERCOM_IOS_IDENTITY_KEY InterComJWTSecret INTERCOM_WEB_KEY intercom.jwtSecret.value`,
	WeakName: `INTERCOM_SECRET INTERCOM_SECRET_KEY INTERCOM_API_SECRET INTERCOM_APP_SECRET INTERCOM_KEY
		SG_INTERCOM_SECRET_KEY intercom.secret intercom[secret] intercom.key settings.intercom.secret intercomSecretKey
		IntercomSecret intercom-secret IntercomConfig.SecretKey IntercomClient.Secret INTERCOM_IOS_KEY
		INTERCOM_ANDROID_KEY intercomIosKey MESSENGER_SECRET NEXT_PUBLIC_INTERCOM_SECRET_KEY
		REACT_APP_INTERCOM_SECRET_KEY VITE_INTERCOM_SECRET intercomsecretkey INTERCOM_SECRETS INTERCOM_PRIVATE_KEY
		KEY_INTERCOM PUBLIC_INTERCOM_KEY MESSENGER_KEY messengerKey intercomMobileSecret intercom.api_secret IntercomSecretProd`,
	OtherName: `INTERCOM_CLIENT_SECRET INTERCOM_OAUTH_CLIENT_SECRET INTERCOM_CLIENT_SECRET_KEY intercomClientSecret
		intercom.client.secret intercom.clientSecret INTERCOM_WEBHOOK_SECRET INTERCOM_WEBHOOK_SIGNING_SECRET
		intercom.webhook.secret IntercomWebhookHMACKey INTERCOM_ACCESS_TOKEN INTERCOM_TOKEN intercomToken
		INTERCOM_API_TOKEN INTERCOM_API_KEY INTERCOM_IOS_API_KEY INTERCOM_ANDROID_API_KEY intercom.ios.apiKey
		INTERCOM_MESSENGER_API_KEY INTERCOM_APP_ID intercomAppId intercom.app_id intercom.appID INTERCOM_WORKSPACE_ID
		INTERCOM_SECRET_ID INTERCOM_JWT_KEY_ID INTERCOM_SECRET_KEY_NAME IntercomSecretKeyName intercom-secret-name
		INTERCOM_JWT_SECRET_NAME INTERCOM_IDENTITY_SECRET_ENV intercomSecretEnvVar INTERCOM_JWT_SECRET_ENVVAR
		INTERCOM_JWT_SECRET_PATH intercomJwtSecretPath INTERCOM_HMAC_SECRET_FILE INTERCOM_IDENTITY_SECRET_ARN
		IntercomIdentitySecretArn intercom.secret.name INTERCOM_APP_ID_PROD IntercomUserHash
		salesforce_identity_token CLIENT_SECRET WEBHOOK_SECRET hasIntercomSecret isIntercomSecretSet
		ErrIntercomSecretMissing intercomSecretMissing INTERCOM_SECRET_VERSION intercomCacheKey
		intercomJwtStorageKey messengerCacheKey messengerAppSecret messengerPageSecret FACEBOOK_MESSENGER_VERIFICATION_KEY MESSENGER_WEBHOOK_SECRET
		NEXT_PUBLIC_INTERCOM_CLIENT_SECRET INTERCOM_PUBLIC_KEY INTERCOM_JWT_PUBLIC_KEY INTERCOM_JWT_TOKEN
		intercom.client_secret INTERCOM_REFRESH_TOKEN validateIntercomSecret intercomSecretLength`,
	NoName: `SECRET SECRET_KEY JWT_SECRET intercom Intercom IntercomClient intercomSettings.width widget key messenger
		MESSENGER_THREAD_KEY keyMessenger INTERCOMPANY_SECRET intercommunicationKey INTERCOMM_SECRET interComponentKey interCommandSecret
		secrets.intercom.workspace api_secret intercomConfig IDENTITY_SECRET`,
}

func TestSecretName(t *testing.T) {
	for want, names := range secretNames {
		for _, name := range strings.Fields(names) {
			if got := SecretName(name); got != want {
				t.Errorf("SecretName(%q) = %v, want %v", name, got, want)
			}
		}
	}
}

// A name means the same however it is spelled.
func TestSecretNameSpellings(t *testing.T) {
	for want, names := range secretNames {
		for _, name := range strings.Fields(names) {
			if strings.ContainsAny(name, ".[") {
				continue
			}
			ws := Words(name)
			camel := ws[0]
			for _, w := range ws[1:] {
				camel += strings.ToUpper(w[:1]) + w[1:]
			}
			pascal := strings.ToUpper(camel[:1]) + camel[1:]
			for _, spelled := range []string{strings.Join(ws, "_"), strings.Join(ws, "-"),
				strings.ToUpper(strings.Join(ws, "_")), camel, pascal, "ACME_" + strings.ToUpper(strings.Join(ws, "_"))} {
				if _, public := PublicPrefix(name); public {
					continue // the prefix only counts as it is written
				}
				// A prefix takes the verb of hasIntercomSecret from the front.
				if strings.HasPrefix(spelled, "ACME_") && firstWords.Has(ws[0]) {
					continue
				}
				if got := SecretName(spelled); got != want {
					t.Errorf("SecretName(%q) = %v, want %v as for %q", spelled, got, want, name)
				}
			}
		}
	}
}

func TestPublicPrefixDoesNotChangeTheClass(t *testing.T) {
	for want, names := range secretNames {
		for _, name := range strings.Fields(names) {
			if strings.ToUpper(name) != name || strings.ContainsAny(name, ".[") {
				continue
			}
			for _, prefix := range publicPrefixes {
				if got := SecretName(prefix + name); got != want {
					t.Errorf("SecretName(%q) = %v, want %v", prefix+name, got, want)
				}
			}
		}
	}
}

func TestNeedsIntercomContext(t *testing.T) {
	for name, want := range map[string]bool{"MESSENGER_JWT_SECRET": true, "messengerSecret": true,
		"INTERCOM_MESSENGER_SECRET": false, "INTERCOM_SECRET": false, "SECRET": false, "intercompany.messenger.key": true} {
		if got := NeedsIntercomContext(name); got != want {
			t.Errorf("NeedsIntercomContext(%q) = %v", name, got)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := Vocabulary{ExtraSecretNames: []string{"CHAT_SECRET", "support.hmacKey", ""}}
	for name, want := range map[string]Strength{
		"chatSecret": StrongName, "config.chat-secret": StrongName, "NEXT_PUBLIC_CHAT_SECRET": StrongName,
		"support.hmac_key": StrongName, "app.support.hmacKey": StrongName, "SUPPORT_HMAC_KEY": StrongName,
		"config.snapchatSecret": NoName, "snapChatSecret": NoName, "hmacKey": NoName, "chatSecretName": NoName,
		"INTERCOM_SECRET": WeakName, "INTERCOM_CLIENT_SECRET": OtherName, "": NoName,
	} {
		if got := v.SecretName(name); got != want {
			t.Errorf("SecretName(%q) = %v, want %v", name, got, want)
		}
	}
	if got := (Vocabulary{}).SecretName("CHAT_SECRET"); got != NoName {
		t.Errorf("without extra names CHAT_SECRET is %v", got)
	}
}

func TestPlatform(t *testing.T) {
	for name, want := range map[string]string{
		"INTERCOM_WEB_SECRET": "web", "intercomIOSSecret": "ios", "iosSecret": "ios", "iOSSecret": "ios",
		"intercom.android.secret": "android", "webSecret": "web", "INTERCOM_SECRET": "", "INTERCOM_WEBHOOK_SECRET": "",
		"web_and_ios": "", "website": "", "studios": "", "intercomiOSKey": "ios", "ANDROID_API_KEY": "android", "": "",
	} {
		if got := Platform(name); got != want {
			t.Errorf("Platform(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPublicPrefix(t *testing.T) {
	for name, want := range map[string]string{
		"NEXT_PUBLIC_X": "NEXT_PUBLIC_", "VITE_X": "VITE_", "REACT_APP_X": "REACT_APP_", "EXPO_PUBLIC_X": "EXPO_PUBLIC_",
		"NUXT_PUBLIC_X": "NUXT_PUBLIC_", "PUBLIC_X": "PUBLIC_", "GATSBY_X": "GATSBY_", "VUE_APP_X": "VUE_APP_",
		"import.meta.env.VITE_X": "VITE_", "process.env.NEXT_PUBLIC_X": "NEXT_PUBLIC_",
		"X": "", "VITE_": "", "MY_PUBLIC_X": "", "vite_x": "", "INVITE_X": "", "": "",
	} {
		if got, ok := PublicPrefix(name); got != want || ok != (want != "") {
			t.Errorf("PublicPrefix(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

func TestCredentials(t *testing.T) {
	for _, c := range []struct{ name, kind, other string }{
		{"INTERCOM_CLIENT_SECRET", clientSecret, clientSecret},
		{"clientSecret", clientSecret, ""},
		{"oauth.secret", clientSecret, ""},
		{"webhookSecret", webhookSecret, ""},
		{"INTERCOM_WEBHOOK_SIGNING_SECRET", webhookSecret, webhookSecret},
		{"intercom.webhooks.secret", webhookSecret, webhookSecret},
		{"accessToken", accessToken, ""},
		{"INTERCOM_ACCESS_TOKEN", accessToken, accessToken},
		{"intercomToken", apiToken, apiToken},
		{"INTERCOM_TOKEN", apiToken, apiToken},
		{"appID", appID, ""},
		{"INTERCOM_APP_ID", appID, appID},
		{"intercom.appId", appID, appID},
		{"messengerAppID", appID, appID},
		{"INTERCOM_API_KEY", restKey, restKey},
		{"apiKey", restKey, ""},
		{"INTERCOM_IOS_API_KEY", sdkKey, sdkKey},
		{"intercom.android.apiKey", sdkKey, sdkKey},
		{"ios_sdk", sdkKey, ""},
		{"INTERCOM_CLIENT_ID", clientID, clientID},
		{"INTERCOM_JWT_SECRET", "", ""},
		{"INTERCOM_SECRET", "", ""},
		{"IntercomClient.Secret", "", ""},
		{"intercomUserToken", "", ""},
		{"intercom_user_jwt", "", ""},
		{"token", "", ""},
		{"id", "", ""},
		{"webhookURL", "", ""},
	} {
		if got, ok := CredentialKind(c.name); got != c.kind || ok != (c.kind != "") {
			t.Errorf("CredentialKind(%q) = %q, %v, want %q", c.name, got, ok, c.kind)
		}
		if got, ok := OtherCredential(c.name); got != c.other || ok != (c.other != "") {
			t.Errorf("OtherCredential(%q) = %q, %v, want %q", c.name, got, ok, c.other)
		}
	}
}

func TestWrongKeyName(t *testing.T) {
	for name, want := range map[string]string{
		"INTERCOM_CLIENT_SECRET": clientSecret, "webhookSecret": webhookSecret, "IntercomAccessToken": accessToken,
		"INTERCOM_APP_ID": appID, "publicKey": publicKey, "INTERCOM_API_KEY": "", "INTERCOM_IOS_API_KEY": "",
		"INTERCOM_TOKEN": "", "INTERCOM_SECRET": "", "key": "", "jwtSecret": "",
	} {
		if got, ok := WrongKeyName(name); got != want || ok != (want != "") {
			t.Errorf("WrongKeyName(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"INTERCOM_JWT_SECRET": "intercom jwt secret", "intercomJWTSecret": "intercom jwt secret", "IntercomIOSKey": "intercom ios key",
		"iOSSecret": "ios secret", "iOS": "ios", "userIDs": "user ids", "userID": "user id", "OAuth2Client": "oauth2 client",
		"s3cre7": "s3cre7", "HS256Key": "hs256 key", "user-id": "user id", "a.b[c]": "a b c", "": "", "__": "",
		"JWTs": "jwts", "IDsOf": "ids of", "HTTPServer": "http server", "InterCom": "intercom", "inter_com": "inter com",
		"interComponent": "inter component", "V2Key": "v2 key", "x509": "x509", "größeÜber": "größe über", "\xff\xfea": "a",
		"intercomiOSSecret": "intercom ios secret", "ABC": "abc", "aB": "a b", "ÄÖSecret": "äö secret",
		"SetUserJWT": "set user jwt", "myOSName": "my os name",
	} {
		if got := Words(name); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("Words(%q) = %q, want %q", name, got, strings.Fields(want))
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, names := range secretNames {
		for _, name := range strings.Fields(names) {
			f.Add(name)
		}
	}
	f.Add("iOSOS\xffIiOS")
	f.Fuzz(func(t *testing.T, name string) {
		ws := Words(name)
		if !slices.Equal(ws, Words(name)) {
			t.Fatalf("Words(%q) differs from call to call", name)
		}
		for _, w := range ws {
			if w == "" || strings.IndexFunc(w, isSeparator) == 0 && !strings.ContainsRune(name, '\u0130') {
				t.Fatalf("Words(%q) has the word %q", name, w)
			}
		}
		if len(strings.Join(ws, "")) > 3*len(name) {
			t.Fatalf("Words(%q) invents letters: %q", name, ws)
		}
	})
}

func FuzzSecretName(f *testing.F) {
	for _, names := range secretNames {
		for _, name := range strings.Fields(names) {
			f.Add(name)
		}
	}
	f.Fuzz(func(t *testing.T, name string) {
		s := SecretName(name)
		if s != SecretName(name) || s != (Vocabulary{}).SecretName(name) {
			t.Fatalf("SecretName(%q) differs from call to call", name)
		}
		brand := HasIntercom(name) || NeedsIntercomContext(name)
		if s >= WeakName && !brand {
			t.Fatalf("SecretName(%q) = %v without intercom or messenger", name, s)
		}
		if s >= WeakName && HasIntercom(name) && !Needle([]byte(name)) {
			t.Fatalf("the gate hides %q", name)
		}
		if kind, _ := ProofName(name); kind != NoProof && s >= WeakName {
			t.Fatalf("%q is a secret and a proof", name)
		}
		MintName(name)
		MisspeltProof(name)
		CredentialKind(name)
		SessionName(name)
		WrongUserIDName(name)
		Platform(name)
	})
}

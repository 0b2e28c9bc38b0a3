package messenger

import (
	"strings"
	"testing"
)

func TestProofName(t *testing.T) {
	type class struct {
		kind   ProofKind
		strong bool
	}
	for want, names := range map[class]string{
		{ProofJWT, true}: `intercom_user_jwt intercomUserJwt IntercomUserJWT setUserJwt SetUserJWT IntercomJWT intercomJwt
			INTERCOM_JWT intercom.jwt Intercom.setUserJwt intercom_user_jwt_token intercomJwtToken intercomUserToken
			intercom_messenger_jwt generateIntercomJWT acmeIntercomUserJwt IntercomMessengerJWT intercomJWTString
			window.intercomSettings.intercom_user_jwt`,
		{ProofJWT, false}: `user_jwt userJwt UserJWT messengerJwt messenger_jwt user_jwt_token`,
		{ProofHash, true}: `IntercomUserHash intercomUserHash intercom_user_hash setUserHash SetUserHash IntercomHash
			intercomHMAC intercom.hash intercomSettings.user_hash Intercom.userHash IntercomIdentityHash
			intercomVerificationHash intercom_web_user_hash`,
		{ProofHash, false}: `user_hash userHash UserHash userhash user-hash user_hmac messengerUserHash`,
		{NoProof, false}: `jwt hash token intercom intercomToken INTERCOM_TOKEN INTERCOM_JWT_SECRET intercomHmacKey
			intercom_user_jwt_secret ParseIntercomJWT verifyIntercomHash IntercomJWTClaims intercomJwtEnabled intercomJwtURL
			intercomPasswordHash intercomScriptHash intercomRefreshToken intercomWebhookHash IntercomAccessToken passwordHash
			commitHash salesforce_identity_token user userID intercomUserHashSecret webhookHMAC messengerToken userToken
			userSessionJWT hasIntercomJWT user_password_hash intercompanyHash`,
	} {
		for _, name := range strings.Fields(names) {
			if kind, strong := ProofName(name); kind != want.kind || strong != want.strong {
				t.Errorf("ProofName(%q) = %v, %v, want %v, %v", name, kind, strong, want.kind, want.strong)
			}
		}
	}
}

func TestMisspeltProof(t *testing.T) {
	for want, names := range map[string]string{
		"intercom_user_jwt": `intercom_jwt user_jwt intercomUserJwt intercomJwt userJwt intercomUserJWT INTERCOM_USER_JWT
			intercom-user-jwt jwt intercom_token intercom_user_token`,
		"user_hash": `userHash user-hash UserHash intercom_user_hash userHmac hmac`,
		"":          `intercom_user_jwt user_hash token hash app_id user_id email intercomSettings jwt_expiry plan`,
	} {
		for _, name := range strings.Fields(names) {
			if got, ok := MisspeltProof(name); got != want || ok != (want != "") {
				t.Errorf("MisspeltProof(%q) = %q, %v, want %q", name, got, ok, want)
			}
		}
	}
}

func TestMintName(t *testing.T) {
	for want, names := range map[ProofKind]string{
		ProofJWT: `GenerateIntercomJWT generateIntercomJwt NewIntercomJWT IntercomSigner IntercomSigner.Sign SignIntercomToken
			IntercomJWT intercomUserJWT IntercomJWTForUser intercom.GenerateJWT IntercomJWTHandler IntercomTokenSigner
			create_intercom_jwt mintIntercomToken signForIntercom IntercomJWTService IntercomMessengerTokenFor
			intercom.NewUserJWT getIntercomJWT newIntercomMinter intercomjwt.Mint IntercomToken
			ViewerIntercomToken IntercomTokenForMe IntercomUserJWTMobile IntercomClient.GenerateUserJWT buildIntercomUserJwt`,
		ProofHash: `intercomUserHash IntercomUserHash GenerateIntercomUserHash computeIntercomHMAC intercomHMAC intercomHash
			HashForIntercom hashIntercomUser intercomIdentitySignature IntercomHashFor intercom.UserHash`,
		NoProof: `IntercomWebhookSignature VerifyIntercomWebhook IntercomClient ParseIntercomJWT intercomAPIRequest
			validateIntercomJWT decodeIntercomJwt MessengerTokenFor GenerateJWT SignToken IntercomService NewIntercomClient
			IntercomSignature INTERCOM_JWT_SECRET_FILE newIntercomToken IntercomJWTMiddleware IntercomAccessToken IntercomJWTClaims intercomJWTSecret getIntercomToken fetchIntercomToken IntercomTokenSource
			SignIntercomRequest TestGenerateIntercomJWT IntercomRefreshToken intercompanyJWT intercom IntercomConfig
			setIntercomJWT logIntercomJWT intercomPasswordHash IntercomUser intercomSettings`,
	} {
		for _, name := range strings.Fields(names) {
			if got, ok := MintName(name); got != want || ok != (want != NoProof) {
				t.Errorf("MintName(%q) = %v, %v, want %v", name, got, ok, want)
			}
		}
	}
}

func TestHasIntercom(t *testing.T) {
	for want, names := range map[bool]string{
		true: `intercom Intercom INTERCOM InterCom SG_INTERCOM_KEY useIntercom useintercom intercomSettings IntercomMonitor
			IntercomPanel intercommessenger intercomplatform intercom2 api.intercom.io interComIntercom github.com/x/intercom
			intercom_monitor intercommunication-intercom InterComSecret`,
		false: `inter com intercommunication INTERCOMMUNITY intercompany IntercompanyTransfer intercomparison intercomponent
			interComponent interCommand intercomm INTERCOMM_BUS intercomplex intercommit messenger inter_com INTERCOMPANY_ID`,
	} {
		for _, name := range strings.Fields(names) {
			if got := HasIntercom(name); got != want {
				t.Errorf("HasIntercom(%q) = %v", name, got)
			}
			if HasIntercom(name) && !Needle([]byte(name)) {
				t.Errorf("Needle misses %q", name)
			}
		}
	}
}

func TestIdentityWords(t *testing.T) {
	far := strings.Repeat("-", 2*beside)
	for text, want := range map[string]bool{
		`settings["user_hash"] = h`:                            true,
		`{{.User}} intercom_user_jwt: "{{.JWT}}"`:              true,
		`window.intercomSettings = {}`:                         true,
		`https://widget.intercom.io/widget/abc`:                true,
		`https://api.intercom.io/contacts`:                     true,
		`Intercom.setUserJwt(jwt)`:                             true,
		`intercom: {app_id: "abc"}`:                            true,
		`// Intercom identity verification`:                    true,
		`identity verification with passport`:                  false,
		`app_id: "abc"`:                                        false,
		`intercom` + far + `app_id`:                            false,
		`app_id` + far + `app_id intercom`:                     true,
		`package intercom // door phones of the building`:      false,
		`intercommunication app_id`:                            false,
		`the messenger secret of Intercom`:                     true,
		`the messenger secret`:                                 false,
		``:                                                     false,
		`import Intercom from "@intercom/messenger-js-sdk"`:    true,
		`import { useIntercom } from 'react-use-intercom'`:     true,
		`door.intercom.ring(user_id) // unlock with user_id 5`: false,
	} {
		if got := IdentityWords(text); got != want {
			t.Errorf("IdentityWords(%.60q) = %v", text, got)
		}
	}
}

func TestSessionName(t *testing.T) {
	for want, names := range map[bool]string{
		true: `SessionClaims newSessionToken accessToken RefreshToken resetPassword passwordReset csrfToken inviteToken
			IntercomWebhook webhookSignature invitation_token sessionFromToken tokenForSession`,
		false: `tokenFromSession jwt_from_session claimsFromRefreshToken idBySession IntercomJWT IntercomJWTForSession Claims token mint accessible userJWT possession`,
	} {
		for _, name := range strings.Fields(names) {
			if got := SessionName(name); got != want {
				t.Errorf("SessionName(%q) = %v", name, got)
			}
		}
	}
}

func TestUserIDs(t *testing.T) {
	for want, names := range map[bool]string{
		true:  `sub id uid userId userID UserID user-id userid email USER_ID subject uuid external_id`,
		false: `user_id name exp iat created_at plan company app_id jwt hash`,
	} {
		for _, name := range strings.Fields(names) {
			if got := WrongUserIDName(name); got != want {
				t.Errorf("WrongUserIDName(%q) = %v", name, got)
			}
		}
	}
	for _, id := range []string{"", " ", "undefined", "null", "0", "anonymous", "guest", "test", "user_id", "nil", "none",
		"unknown", "string", "NULL", "Undefined", "<user_id>", "${userId}", "your_user_id", "USER_ID", "userId", "{{.ID}}",
		"00000000-0000-0000-0000-000000000000", "[object Object]", "test-user", "<nil>", "000"} {
		if !PlaceholderID(id) {
			t.Errorf("PlaceholderID(%q) = false", id)
		}
	}
	for _, id := range []string{"42", "1", "100", "5f8d0d55b54764421b7156c3", "alice", "bob@acme.io", "u_8121", "usr-1",
		"testarossa", "0b9e4b4e-5f4d-4a8e-9d5e-2b7c6a1f0e3d", "nullable-7", "guestavo"} {
		if PlaceholderID(id) {
			t.Errorf("PlaceholderID(%q) = true", id)
		}
	}
}

func TestTestPath(t *testing.T) {
	for want, paths := range map[bool]string{
		true: `a_test.go x/y_test.go testdata/a.go a/testdata/b/c.go fixtures/x.env web/app.test.ts web/app.spec.tsx
			src/__tests__/a.js __mocks__/x.js e2e/login.ts cypress/support/a.js test/a.rb tests/a.py spec/a.rb
			app/src/test/java/A.java app/src/androidTest/A.kt AppTests/A.swift LoginTest.kt widget_test.dart
			jest.config.js vitest.config.mts server/vitest.config.ts karma.conf.js playwright.config.ts jest.setup.js
			phpunit.xml .mocharc.yml cypress.config.ts conftest.py .env.test appsettings.Test.json`,
		false: `a.go contest/a.go latest/a.go testing/a.go main_tests/a.go test.go spec.js tests.go web/test.ts .env
			.env.production contests/a.go mytest.kt protest.kt next.config.js vite.config.ts config.test mytestdata/a.go
			attestation/key.go`,
	} {
		for _, path := range strings.Fields(paths) {
			if got := TestPath(path); got != want {
				t.Errorf("TestPath(%q) = %v", path, got)
			}
		}
	}
}

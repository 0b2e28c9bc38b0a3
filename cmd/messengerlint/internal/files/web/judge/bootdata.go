package judge

// keys are the names that a kind of boot reads.
type keys struct {
	identity []string
	jwt      []string
	hash     []string
	camel    bool // the SDK maps camelCase itself, raw keys do not count
}

// rawKeys are those of window.intercomSettings and Intercom('boot')
// (https://developers.intercom.com/installing-intercom/web/identity-verification).
var rawKeys = keys{identity: []string{"user_id", "email"}, jwt: []string{"intercom_user_jwt"}, hash: []string{"user_hash"}}

// camelKeys are react-use-intercom's
// (https://github.com/devrnt/react-use-intercom, mappers.ts).
var camelKeys = keys{identity: []string{"userId", "email"}, jwt: []string{"intercomUserJwt", "customAttributes.intercom_user_jwt"}, hash: []string{"userHash", "customAttributes.user_hash"}, camel: true}

// mobileKeys are those of the React Native, Capacitor and Cordova SDKs, whose
// proof is set by a call of its own.
var mobileKeys = keys{identity: []string{"userId", "email"}, camel: true}

// segmentKeys are the options of Segment's Intercom destinations
// (https://github.com/segmentio/action-destinations).
var segmentKeys = keys{jwt: []string{"intercom_user_jwt", "intercomUserJwt"}, hash: []string{"user_hash", "userHash"}}

// sdkCall describes a function of an SDK that boots or updates.
type sdkCall struct {
	kind string // "boot", "update", "login"
	arg  int    // where the settings are
	keys keys
}

// sdkCalls is keyed by module and member; a member of "" is the default export.
var sdkCalls = map[string]sdkCall{
	"@intercom/messenger-js-sdk.":                                        {"boot", 0, rawKeys},
	"@intercom/messenger-js-sdk.Intercom":                                {"boot", 0, rawKeys},
	"@intercom/messenger-js-sdk.boot":                                    {"boot", 0, rawKeys},
	"@intercom/messenger-js-sdk.update":                                  {"update", 0, rawKeys},
	"intercom-client-web.boot":                                           {"boot", 0, rawKeys},
	"#nuxt-scripts.useScriptIntercom":                                    {"boot", 0, rawKeys},
	"@nuxt/scripts.useScriptIntercom":                                    {"boot", 0, rawKeys},
	"#imports.useScriptIntercom":                                         {"boot", 0, rawKeys},
	"@intercom/intercom-react-native.loginUserWithUserAttributes":        {"login", 0, mobileKeys},
	"@intercom/intercom-react-native.registerIdentifiedUser":             {"login", 0, mobileKeys},
	"react-native-intercom.registerIdentifiedUser":                       {"login", 0, mobileKeys},
	"react-native-intercom.loginUserWithUserAttributes":                  {"login", 0, mobileKeys},
	"@capacitor-community/intercom.Intercom.registerIdentifiedUser":      {"login", 0, mobileKeys},
	"@capacitor-community/intercom.Intercom.loginUserWithUserAttributes": {"login", 0, mobileKeys},
	"@capgo/capacitor-intercom.Intercom.registerIdentifiedUser":          {"login", 0, mobileKeys},
	"@capgo/capacitor-intercom.CapacitorIntercom.registerIdentifiedUser": {"login", 0, mobileKeys},
	"@capgo/capacitor-intercom.Intercom.loginUserWithUserAttributes":     {"login", 0, mobileKeys},
}

// components are the JSX components that boot: their props, or one prop, hold
// the settings.
type component struct {
	prop string // "" when the props are the settings
	keys keys
}

var components = map[string]component{
	"react-use-intercom.IntercomProvider": {"autoBootProps", camelKeys},
	"react-intercom.":                     {"", rawKeys},
	"react-intercom.Intercom":             {"", rawKeys},
	"react-live-chat-intercom.Intercom":   {"", rawKeys},
	"react-intercom-hook.":                {"", rawKeys},
}

// hookMethods are what useIntercom returns (react-use-intercom).
var hookMethods = map[string]string{"boot": "boot", "update": "update"}

// serviceModules are wrappers whose service has boot and update with raw keys.
var serviceModules = set("ng-intercom", "@supy-io/ngx-intercom", "vue-intercom", "@mathieustan/vue-intercom", "@homebound/ng-intercom", "ngx-intercom", "@bytegain/vue-intercom", "react-intercom-hook", "vue-intercom-plugin", "@devrue/nuxt-intercom", "nuxt-intercom")

// mobileObjects are the modules whose object logs in and sets the proof.
var mobileModules = set("@intercom/intercom-react-native", "react-native-intercom", "@capacitor-community/intercom", "@capgo/capacitor-intercom",
	"@awesome-cordova-plugins/intercom/ngx", "@ionic-native/intercom/ngx", "@awesome-cordova-plugins/intercom", "cordova-plugin-intercom")

// logins are the methods that name a user on mobile.
var logins = set("loginUserWithUserAttributes", "registerIdentifiedUser", "loginIdentifiedUser", "loginUserWithUserId", "registerUserWithUserId")

// proofSetters set the proof on mobile.
var proofSetters = map[string]string{"setUserJwt": "jwt", "setUserJWT": "jwt", "setUserHash": "hmac", "setHMAC": "hmac", "setSecureMode": "hmac"}

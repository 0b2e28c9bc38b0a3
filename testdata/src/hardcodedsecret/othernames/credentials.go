// Package othernames: credentials in an Intercom integration that are not the Messenger secret (near misses), beside two
// that are (hits: strong name, weak name of the right shape).
package othernames

// Credentials of the workspace.
type Credentials struct {
	AppID               string
	ClientSecret        string
	WebhookSecret       string
	AccessToken         string
	IOSAPIKey           string
	AndroidAPIKey       string
	IntercomIDVSecret   string
	IntercomAPISecret   string
	IdentitySecretKeyID string
}

// Workspace lists the credentials as the operations team keeps them.
var Workspace = Credentials{
	AppID:               "p0s5d8vn",
	IOSAPIKey:           "ios_sdk-4f655da1c5846bda4afc56281ef83493ce905283",
	AndroidAPIKey:       "android_sdk-e468226ae4a5d084450c7a1126f7b79b6ac5f112",
	IntercomIDVSecret:   "TDTEdyaVhkRw8NM__7EzS3kv0d655PJxDr4mR35O",    // want hardcodedsecret
	IntercomAPISecret:   "wQs0frEWjzKizz6Ss05WZEmy5X-VNpnHerzcK5FJGDK", // want hardcodedsecret
	IdentitySecretKeyID: "HLg2nyfUNVN42Ks3I1YsVAwCg6QhETb68JdQNFZf",
}

const (
	intercomClientSecret  = "fRidPI3WEFo1v4gFxNcT4C661GF6goeNztaSkypt"
	intercomWebhookSecret = "UapWlJZUGuLJJ8g1tBm1aBhChOgRwoOtIsbi6Qtk"
	intercomIOSKey        = "ios_sdk-4be1c0d7f2a95e3386c1f0b7d94a2e6850c3b19f"
	intercomDigest        = "5ae824d3e9913222c1059bbb18509d5b897f1dd506b51eea3a32f34d6951cf52"
	intercomCommit        = "fc6311670c7f0f83df6b9fcb6beefb4a7b7db5f8"
	intercomDeployID      = "5b1f0c9e-7a42-4d1b-9c36-0f7d2e8a4c11"
)

// note: a strong name with 24 characters is a finding of low confidence, below the default -min-confidence
const intercomIdentitySecretShort = "gyTZ0yF3oDiCAvS31QZHJ5R9"

// OAuth returns what the app installation flow needs.
func OAuth() (id, secret string) { return Workspace.AppID, intercomClientSecret }

// WebhookKey returns the key of the webhook check.
func WebhookKey() []byte { return []byte(intercomWebhookSecret) }

// Build tells what is deployed.
func Build() []string {
	return []string{intercomCommit, intercomDeployID, intercomIOSKey}
}

// short is kept for the tests of the parser.
func short() int { return len(intercomIdentitySecretShort) + len(intercomDigest) }

var _ = short

package messenger

// What a name can name instead of the Messenger secret, as messages say it.
const (
	clientSecret  = "client secret"
	webhookSecret = "webhook secret"
	accessToken   = "access token"
	apiToken      = "API token"
	appID         = "app id"
	clientID      = "client id"
	restKey       = "REST API key"
	sdkKey        = "SDK key"
	publicKey     = "public key"
)

// OtherCredential tells which other credential of Intercom a name names, for
// names that say intercom or messenger: INTERCOM_CLIENT_SECRET is the "client
// secret". The list is "Not" of RULES.md.
func OtherCredential(name string) (what string, ok bool) {
	p := parse(name)
	if !p.has("intercom") && !p.has("messenger") {
		return "", false
	}
	return p.credential()
}

// CredentialKind is [OtherCredential] for names that need not say intercom:
// clientSecret, webhook_secret, accessToken, appID. A bare token or id is not
// enough.
func CredentialKind(name string) (what string, ok bool) {
	if len(name) < 4 {
		return "", false
	}
	return parse(name).credential()
}

// WrongKeyName reports a name that cannot be right for the key of a Messenger
// mint (RULES.md "wrongkey"): client secret, webhook secret, access token, app
// id, client id, public key. INTERCOM_API_KEY and INTERCOM_TOKEN are not
// reported: Intercom's own Go example keeps the Messenger secret in the first,
// and use beats name (ruling 8).
func WrongKeyName(name string) (what string, ok bool) {
	switch what, _ = CredentialKind(name); what {
	case clientSecret, webhookSecret, accessToken, appID, clientID, publicKey:
		return what, true
	}
	return "", false
}

func (p parsed) credential() (what string, ok bool) {
	leaf := p.leaf()
	if len(leaf) == 0 {
		return "", false
	}
	last := leaf[len(leaf)-1]
	secretive := contains(leaf, "secret") || last == "key" || last == "token"
	switch {
	case p.has("webhook") && secretive:
		return webhookSecret, true
	case p.adjacent("client", "secret"), p.adjacent("consumer", "secret"), p.has("oauth") && contains(leaf, "secret"):
		return clientSecret, true
	case p.adjacent("access", "token"), p.adjacent("bearer", "token"), p.adjacent("refresh", "token"),
		p.adjacent("access", "key"), p.adjacent("rest", "token"), p.adjacent("auth", "token"):
		return accessToken, true
	}
	return p.credentialEnd(last)
}

// credentialEnd reads the kinds that only the end of a name tells.
func (p parsed) credentialEnd(last string) (what string, ok bool) {
	switch last {
	case "key":
		switch {
		case p.endsIn("sdk", "key"), p.endsIn("api", "key") && (p.has("ios") || p.has("android") || p.has("sdk")):
			return sdkKey, true
		case p.endsIn("api", "key"):
			return restKey, true
		case p.endsIn("public", "key"):
			return publicKey, true
		}
	case "token":
		switch {
		case p.endsIn("api", "token"):
			return restKey, true
		case p.has("intercom") && !p.proofToken():
			return apiToken, true
		}
	case "id":
		switch {
		case p.endsIn("app", "id"), p.endsIn("workspace", "id"):
			return appID, true
		case p.endsIn("client", "id"):
			return clientID, true
		}
	case "sdk":
		if p.has("ios") || p.has("android") {
			return sdkKey, true
		}
	}
	return "", false
}

// endsIn reports whether the leaf ends in a b, or is b alone under a segment a.
func (p parsed) endsIn(a, b string) bool {
	leaf := p.leaf()
	n := len(leaf)
	if n >= 2 {
		return leaf[n-2] == a && leaf[n-1] == b
	}
	return n == 1 && leaf[0] == b && p.adjacent(a, b)
}

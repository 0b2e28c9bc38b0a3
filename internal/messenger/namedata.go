package messenger

import "github.com/messengerlint/messengerlint/internal/wordset"

// The words names are judged by. Data only; the code is in name.go, parse.go
// and credential.go.

var (
	// coreWords make a secret or a key of intercom or messenger the Messenger
	// secret whatever stands beside them; "secure mode" is two words and is
	// checked apart (RULES.md "Evidence").
	coreWords = wordset.Set{Words: `identity idv verification jwt hmac signing`}

	// platforms qualify a secret, but ios and android do not qualify a bare key:
	// those are mostly SDK keys (RULES.md "Evidence").
	platforms = wordset.Set{Words: `web ios android`}

	// keyNeighbours may stand between intercom and key without making the key
	// something else (INTERCOM_PRIVATE_KEY, intercom.config.key).
	keyNeighbours = wordset.Set{Words: `private mobile master server backend shared platform workspace account config cfg conf
		credential credentials options ios android prod production dev development staging test live`}

	// keyOwners directly before "key" make it a key into something: a cache, a
	// map, a store. Such a key is no credential.
	keyOwners = wordset.Set{Words: `cache sort query storage routing primary foreign partition idempotency feature flag settings
		setting session local localstorage object map dict field context ctx registry translation i18n locale label
		event topic queue redis lock ssh gpg license public encryption param header cookie property metadata meta
		attribute unique dedup dedupe rate limit ratelimit shortcut hot react list item row group index search
		company user contact conversation push`}

	// lastWords end names that are about a secret and do not hold it: the "Not"
	// list of RULES.md (NAME, ID, ENV, ENVVAR, PATH, FILE, ARN) and its kin.
	lastWords = wordset.Set{Words: `name names id ids env envvar var variable path file arn filename filepath dir directory ref reference
		version url uri endpoint provider store manager length len size count prefix suffix type enabled disabled
		required optional header rotation expiry ttl selector missing error err invalid ok present configured exists
		valid empty hash digest fingerprint hint mask masked redacted description desc label title placeholder input
		field form help tooltip message msg regex regexp pattern rule rules validator validation lookup resolver
		docs doc link status state changed updated at setting settings flag resource vault token tokens email`}

	// firstWords begin names of checks and errors: a bool, an error, a test of a
	// secret, never the secret.
	firstWords = wordset.Set{Words: `has is no not missing err error validate validates verify verifies check checks require requires
		required rotate enable enabled disable redact mask should can ensure warn invalid empty errno without show
		hide toggle`}

	// tailWords at the end say which copy of the thing it is.
	tailWords = wordset.Set{Words: `prod production dev development staging stage test testing sandbox live qa uat local preview default
		current old new previous next value string str bytes raw text b data plain`}

	// foreignBrands beside messenger (and no intercom) make it another messenger.
	foreignBrands = wordset.Set{Words: `facebook fb meta whatsapp telegram slack kafka viber wechat discord symfony rabbit rabbitmq zendesk
		crisp drift hubspot freshchat signal skype line instagram msn amqp doctrine sqs page verify`}

	// plurals of words that decide.
	plurals = map[string]string{"secrets": "secret", "keys": "key", "jwts": "jwt", "hashes": "hash",
		"hmacs": "hmac", "tokens": "token", "webhooks": "webhook", "identities": "identity"}

	// glueWords are separated when they are written as one word.
	glueWords = wordset.Set{Words: `intercom messenger identity idv verification secure mode jwt hmac signing secret key web ios android
		api app client webhook access token user hash id name path file arn env var sdk settings oauth auth`}

	// publicPrefixes put a variable into the browser or the app (RULES.md
	// "frontendkey").
	publicPrefixes = []string{"NEXT_PUBLIC_", "NUXT_PUBLIC_", "EXPO_PUBLIC_", "REACT_APP_", "VUE_APP_", "GATSBY_",
		"VITE_", "PUBLIC_"}

	// notIntercom continue "intercom" to another word: intercommunication,
	// intercompany, intercomparison, intercomponent, intercommand.
	notIntercom = []string{"mun", "mon", "mit", "mis", "mer", "mod", "mut", "mand", "pan", "par", "ple", "pon", "pos",
		"pre", "put", "pet"}
)

package gitleaks

// The rules, as data. Each has two forms. The shipped one stands in
// gitleaks.toml for people who run gitleaks itself: it must be precise alone.
// The one of the command casts a wider net, because package messenger judges
// every name and every value that it brings in.

// Rule ids.
const (
	// RuleSecret is a name that speaks of intercom or messenger with a value
	// that has the length of a key.
	RuleSecret = "intercom-messenger-secret"
	// RuleRESTToken is an access token of the REST API.
	RuleRESTToken = "intercom-rest-token"
	// RuleJWT is a JWT; in gitleaks.toml one handed to the Messenger by name.
	RuleJWT = "intercom-messenger-jwt"
	// RuleInlineKey is a literal key in a call of an HMAC or JWT library.
	RuleInlineKey = "intercom-inline-key"
	// RuleContext only says that the text speaks of the Messenger; inline keys
	// require it near by.
	RuleContext = "intercom-context"
)

type rule struct {
	id          string
	description string
	regex       string // shipped
	wide        string // in the command; empty: the rule is for gitleaks.toml only
	secretGroup int    // shipped
	entropy     float64
	keywords    []string
	allow       []string // regexes for placeholders, in gitleaks.toml
	requires    string   // id of a rule that must match near by
	silent      bool     // never reported by itself
}

// The pieces that patterns are put together from. They are for RE2.
const (
	// value is the shape of the secret (package messenger, SecretShape).
	value = `([A-Za-z0-9_-]{40,44})`
	// looseValue also takes what is only judged under a strong name.
	looseValue = `([^\s"'\x60()\[\]{}<>\\,;|]{20,128})`
	// before is what may stand between a name and its value: closing quotes and
	// brackets, a type, one separator, the call that the name is an argument of,
	// a conversion around the value, an opening quote with a string prefix.
	before = `\\?["'\x60]?[\])]*[*\x60]{0,2}[ \t]*` +
		`(?::[ \t]*[&*A-Za-z][\w.<>\[\]?*&' ]{0,30}?)?` +
		`[ \t]*(?:=>|:=|:-|->|\?:|\?\?=?|\|\|=?|===?|[:=,|{]|\b(?:or|to|is)\b|[ \t]value=|[ \t]--[\w-]{1,20}[ =]|[ \t][A-Za-z][\w<>\[\]]{0,20}[ \t]*=|[ \t])[ \t]*` +
		`(?:[\w.$:\\>-]{1,40}[(\[][ \t]*["'][\w.-]{1,60}["'][ \t]*[)\]][ \t]*(?:\?:|\|\||\?\?|\bor\b|:)[ \t]*)?` +
		`(?:[A-Za-z_][\w.:]{0,40}[ \t]*\([ \t]*){0,3}` +
		`(?:\$\{[\w.]{1,80}:?[-=]?)?` +
		`(?:[bBfFrRuUL@$]{1,2}["'])?\\?["'\x60*]{0,3}`
	// path continues a name into what it holds: intercom['secret'],
	// $intercom->secret, Intercom::SECRET.
	path = `[\w.-]{0,80}(?:["']?\]?(?:\[|->|::?|\?\.)["':]?[\w.-]{1,60}){0,3}`
	// after ends a value.
	after = `(?:\\?["'\x60}<,;|)&\s\]*\\]|$)`
	// secretWords spell the names that package messenger takes for the
	// Messenger secret (strong and weak ones).
	secretWords = `intercom[_.-]?(?:(?:web|ios|android|messenger|identity|idv|verification|secure[_.-]?mode|jwt|hmac|api|app|signing)[_.-]?)*` +
		`(?:secret(?:[_.-]?key)?|(?:identity|idv|verification|secure[_.-]?mode|jwt|hmac|signing)[_.-]?key)(?:[_.-]?(?:prod(?:uction)?|dev(?:elopment)?|staging|live|old|new|default|value))?`
	// argsBefore are the arguments in front of a key, one of which may be an
	// object: jwt.sign({ user_id: id }, "…").
	argsBefore = `[^;{}]{0,200}?(?:\{[^;{}]{0,200}\}[^;{}]{0,60}?)?`
	// mintCalls are calls of HMAC and JWT libraries outside Go.
	mintCalls = `(?:hash_hmac|HMAC(?:\.|::)(?:hex)?digest|hmac\.(?:new|digest)|createHmac|HmacSHA256|HMACSHA256|HmacUtils|SecretKeySpec|JWT(?:\.|::)encode|jwt\.(?:encode|sign)|HMAC256|hmacShaKeyFor|SymmetricSecurityKey|TextEncoder\(\)\.encode)`
)

// placeholders are what people write where the secret goes. The command does
// not use them: package messenger knows more.
var placeholders = []string{
	`(?i)^(?:your|my|the|some|enter|insert|replace|put|set|add|fake|dummy|sample|example|test|changeme|placeholder|xxx+)[_-]`,
	`^[A-Za-z]+(?:[_-][A-Za-z]+)+$`,
	`(?i)0123456789|abcdefghij`,
	`^(?:x|X|0|\*|-|_)+$`,
}

var rules = []rule{
	{
		id:          RuleSecret,
		description: "Intercom Messenger API secret: whoever has it can sign in to the Messenger as any user",
		regex:       `(?i)` + secretWords + before + value + after,
		wide:        `(?i)(?:intercom|messenger)` + path + before + looseValue + after,
		secretGroup: 1, entropy: 3,
		keywords: []string{"intercom", "messenger"},
		allow:    placeholders,
	},
	{
		id:          RuleRESTToken,
		description: "Intercom REST API access token: it reads and writes all data of a workspace",
		regex:       `\b(dG9rO[g-v][A-Za-z0-9+/]{53}=)`,
		wide:        `(dG9rO[A-Za-z0-9+/_-]{54}=)`,
		secretGroup: 1, entropy: 3.5,
		keywords: []string{"dG9rO"},
	},
	{
		id:          RuleJWT,
		description: "JWT for the Intercom Messenger: a proof of somebody's identity",
		regex:       `(?i)(?:intercom[_.-]?(?:user[_.-]?)?jwt|setUserJwt)[\w.-]*\(?` + before + `(?-i:(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{43}))` + after,
		wide:        `(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{43,})`,
		secretGroup: 1,
		keywords:    []string{"eyJ"},
	},
	{
		id:          RuleInlineKey,
		description: "Intercom Messenger API secret as an argument of an HMAC or JWT call",
		regex:       `(?i)` + mintCalls + argsBefore + `["'\x60]` + value + `["'\x60]`,
		wide:        `(?i)` + mintCalls + argsBefore + `["'\x60]` + value + `["'\x60]`,
		secretGroup: 1, entropy: 3,
		keywords: []string{"hmac", "jwt", "secretkeyspec", "securitykey", "textencoder"},
		allow:    placeholders,
		requires: RuleContext,
	},
	{
		id:          RuleContext,
		description: "words of the Intercom Messenger (helper of the other rules)",
		regex:       `(?i)intercom|user_hash`,
		keywords:    []string{"intercom", "user_hash"},
		silent:      true,
	},
}

// contextLines is how near RuleContext must be to an inline key.
const contextLines = 30

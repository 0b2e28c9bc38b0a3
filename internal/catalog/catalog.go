// Package catalog is data: which functions, methods, fields and variables of
// the standard library and of third-party modules make proofs, carry keys and
// claims, read configuration and requests, and hand values to browsers and
// logs. Names are those of types.Func.FullName and of qualified objects, with
// the import path as written in source ("/vendor/" prefixes are stripped by the
// caller). The package knows no analysis: it says what a symbol does, never
// what to think of it.
package catalog

// Arg names a value at a call. Parameters count from 0 without the receiver.
type Arg int8

// Args that are not a parameter index.
const (
	None Arg = -1 - iota // the call has no such value
	Recv                 // the receiver
	Rest                 // every element of the variadic parameter
	All                  // every parameter
)

// Role is what a JWT or MAC function does to an object that ends as a proof.
type Role uint8

// Roles.
const (
	// Build makes or extends an object that is signed later: a token, a
	// signer, a builder, an option. It takes over what From holds.
	Build Role = iota + 1
	// SetClaim sets one claim on the receiver (or on Target).
	SetClaim
	// DropClaim removes one claim from the receiver.
	DropClaim
	// Sign makes the proof from its arguments and from what From holds.
	Sign
	// KeyConv wraps key material in a key object; nothing else changes.
	KeyConv
	// AlgSelect picks an algorithm by its name.
	AlgSelect
	// ExpTime turns a time into a value that is right as exp.
	ExpTime
	// ToClaims turns a struct or map into a claims object of its own.
	ToClaims
	// Verify checks a token with a key: its claims are trusted afterwards.
	Verify
	// ParseUnverified decodes a token without checking it.
	ParseUnverified
)

// Call says what one function of a JWT library or MAC does. Unused Args must be
// None: write entries through the helper call so that they are.
type Call struct {
	Role Role

	Key    Arg // the signing key
	Alg    Arg // the algorithm object, constant or name
	Claims Arg // a map or struct that becomes the payload (merged with others)
	// Payload is the finished payload: JSON text or bytes, or a signing input
	// (header.payload) when Input is set.
	Payload Arg
	Input   bool
	// From lists objects whose key, algorithm and claims this call takes over.
	From []Arg
	// Through is set when the result is the object in Recv or From[0], changed
	// (fluent builders); a value builder that returns a copy has Copy set.
	Through bool
	Copy    bool

	// SetClaim and DropClaim.
	Name   Arg    // the claim's name
	Claim  string // or its fixed name
	Value  Arg    // its value
	Target Arg    // the map that is written to, where it is not the receiver
	// A Build call with Claim set makes an option or a signer that brings the
	// claim with it (kataras MaxAge). Target is also the object that a Build or
	// KeyConv call fills when it has no result (jwk FromRaw, kataras Register).

	// UserID is the argument that a Sign call makes the claim user_id of by
	// itself (Stream's CreateToken(userID, expire), whose Value is exp).
	UserID Arg

	// Exp says how Value, or the option, becomes exp.
	Exp ExpKind

	FixedAlg string // the algorithm, when the name of the function is it
	Proof    int8   // result that holds the proof (Sign)

	// Traits of the library at Sign or Build.
	RefusesString bool // a string key compiles and fails (golang-jwt HMAC)
	RefusesEmpty  bool // an empty key is an error at run time
	AcceptsTime   bool // a time.Time as exp value is right (jwx Set)
}

// ExpKind is how a value is turned into exp.
type ExpKind uint8

// How a value is turned into exp.
const (
	ExpNone     ExpKind = iota
	ExpAt               // a time.Time, written as seconds
	ExpAfter            // a time.Duration from now
	ExpSeconds          // a number that is written as it is
	ExpFloatSec         // a float number of seconds
)

// HashName maps hash constructors to the digest's name ("SHA-256").
type HashName = map[string]string

// SourceKind is where a value comes from.
type SourceKind uint8

// Kinds of sources.
const (
	Env         SourceKind = iota + 1 // environment variable
	Config                            // viper, koanf and the like
	Flag                              // command line
	File                              // bytes of a file
	SecretStore                       // AWS, GCP, Vault, Azure, Kubernetes, keyring
	Random                            // made at run time
	Request                           // chosen by whoever sends the request
	Proxy                             // header of an identity proxy: open
	Session                           // server-side session or context value: trusted
	Unverified                        // decoded from a token that was not checked
	DatabaseRow                       // a row of the product's own store
)

// Source says what a reading function returns.
type Source struct {
	Kind SourceKind
	// Name is the argument that names what is read ("INTERCOM_JWT_SECRET").
	Name Arg
	// Default is the argument that is returned when nothing is set.
	Default Arg
	// Into is the pointer argument that is filled (decoders, Unmarshal, StringVar);
	// None when the results carry the value.
	Into Arg
	// Of is the container that is read, where Kind holds only if the container
	// is of that kind itself: the answer to a client's request has headers too,
	// and json.Unmarshal decodes files. None: Kind always holds.
	Of Arg
	// Tags are the struct tag keys that name a field's source ("env", "mapstructure").
	Tags []string
	// OK is the result index of a boolean or error that tells "was set"; -1 none.
	OK int8
	// Stops marks readers that do not return when nothing is set.
	Stops bool
	// SetsDefault marks viper.SetDefault and the like: Name gets Default, nothing is read.
	SetsDefault bool
}

// Effect is what a pure function does to the value that flows through it.
type Effect uint8

// Effects of transforms.
const (
	Same         Effect = iota + 1 // passes it on: Clone, Replace, ToString
	Trim                           // removes surrounding space or cut set
	Join                           // concatenates its arguments
	Format                         // Sprintf: P0 is the format
	DecodeHex                      // bytes of hex text
	DecodeB64                      // bytes of base64 text
	EncodeHex                      // lower-case hex text
	EncodeB64                      // base64, any alphabet but the next
	EncodeB64URL                   // unpadded base64url
	Upper                          // upper-case
	Lower                          // lower-case
	Hash                           // digest of it
	JSON                           // encoding/json text of it
	ParseNum                       // strconv.Atoi, uuid.Parse: same value, other type, may fail
	FormatNum                      // strconv.Itoa, uuid.String
	Length                         // a length, a comparison: the value does not pass
	First                          // first non-empty argument (cmp.Or)
	Deref                          // aws.ToString and the like
	Copy                           // maps.Copy(dst, src), maps.Clone
)

// Transform says which arguments flow into which result, and how.
type Transform struct {
	Effect Effect
	From   []Arg // arguments whose value flows on
	Into   Arg   // argument that is written to; None: the first result
}

// SinkKind is where a value goes.
type SinkKind uint8

// Kinds of sinks.
const (
	Response    SinkKind = iota + 1 // body of an answer
	Template                        // data of a template
	TrustedText                     // template.JS, template.HTML and the like
	Header                          // header of an answer
	Cookie                          // cookie of an answer
	Redirect                        // URL of a redirect
	Query                           // query of a URL
	Browser                         // syscall/js, bundler options, wasm bindings
	Served                          // a file under a served folder
	Log                             // log line
	ErrorText                       // text of an error
	Panic                           // panic value
	Analytics                       // third-party tracking call
	Metrics                         // expvar and the like
)

// Encoder is how a sink writes a composite value.
type Encoder uint8

// Encoders.
const (
	EncNone   Encoder = iota // scalar: only the value itself leaves
	EncFmt                   // %v of fmt: every field, tags ignored, Stringer and Format respected
	EncFormat                // like EncFmt, verbs read from the format argument
	EncJSON                  // encoding/json: exported fields, json tags, MarshalJSON respected
	EncXML
	EncYAML
	EncSlog     // LogValuer respected, then by handler
	EncTemplate // exported fields and methods, only what the template names
)

// Sink says which arguments leave the server, and how.
type Sink struct {
	Kind SinkKind
	Data []Arg
	// Writer is the argument that must be a public writer (http.ResponseWriter)
	// for the call to count; None: it always counts.
	Writer Arg
	Format Arg // format string of EncFormat; None otherwise
	Enc    Encoder
	// PathArg is the file name argument of Served; None otherwise.
	PathArg Arg
}

// FieldRole is what a struct field of a JWT library holds.
type FieldRole uint8

// Roles of fields.
const (
	FieldKey     FieldRole = iota + 1 // SigningKey.Key, GinJWTMiddleware.Key
	FieldAlg                          // SigningKey.Algorithm, Token.Method
	FieldClaims                       // Token.Claims, pascaldekloe Claims.Set
	FieldPayload                      // a closure that returns the claims (PayloadFunc)
	FieldTimeout                      // a lifetime (Timeout)
)

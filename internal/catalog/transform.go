package catalog

// pass is a transform whose result holds what the arguments held.
func pass(e Effect, args ...Arg) Transform { return Transform{Effect: e, From: args, Into: None} }

func (t Transform) into(a Arg) Transform { t.Into = a; return t }

func transformTable() map[string]Transform {
	t := map[string]Transform{}
	textTransforms(t)
	formatTransforms(t)
	encodeTransforms(t)
	digestTransforms(t)
	valueTransforms(t)
	return t
}

// textTransforms: strings and bytes have the same functions.
func textTransforms(t map[string]Transform) {
	for _, p := range []string{"strings", "bytes"} {
		put(t, p, "Clone Replace ReplaceAll Title ToTitle ToValidUTF8 Repeat Fields Split SplitN SplitAfter "+
			"SplitAfterN FieldsFunc Cut SplitSeq FieldsSeq", pass(Same, 0))
		put(t, p, "Map", pass(Same, 1))
		put(t, p, "TrimSpace Trim TrimLeft TrimRight TrimPrefix TrimSuffix TrimFunc TrimLeftFunc TrimRightFunc "+
			"CutPrefix CutSuffix", pass(Trim, 0))
		put(t, p, "Join", pass(Join, 0, 1))
		put(t, p, "ToUpper", pass(Upper, 0))
		put(t, p, "ToLower", pass(Lower, 0))
		put(t, p, "Compare Contains ContainsAny ContainsRune Count EqualFold HasPrefix HasSuffix Index IndexByte "+
			"IndexAny LastIndex LastIndexByte", Transform{Effect: Length, Into: None})
		put(t, p, "NewReader", pass(Same, 0))
	}
	put(t, "bytes", "Equal", Transform{Effect: Length, Into: None})
	put(t, "bytes", "NewBuffer NewBufferString", pass(Same, 0))
	put(t, "bytes", "*Buffer.String *Buffer.Bytes", pass(Same, Recv))
	put(t, "bytes", "*Buffer.Write *Buffer.WriteString *Buffer.WriteByte *Buffer.WriteRune", pass(Join, Recv, 0).into(Recv))
	put(t, "bytes", "*Buffer.ReadFrom", pass(Join, Recv, 0).into(Recv))
	put(t, "strings", "*Builder.WriteString *Builder.Write *Builder.WriteByte *Builder.WriteRune", pass(Join, Recv, 0).into(Recv))
	put(t, "strings", "*Builder.String", pass(Same, Recv))
	put(t, "strings", "*Replacer.Replace", pass(Same, 0))
	// The bytes are what the reader is: (*http.Request).Body, a file, an answer.
	put(t, "io", "ReadAll LimitReader NopCloser", pass(Same, 0))
	put(t, "io/ioutil", "ReadAll NopCloser", pass(Same, 0))
	put(t, "bufio", "NewReader NewReaderSize NewScanner", pass(Same, 0))
	put(t, "bufio", "*Scanner.Text *Scanner.Bytes", pass(Same, Recv))
	put(t, "net/http", "MaxBytesReader", pass(Same, 1))
	// What an answer of gRPC is wrapped into.
	put(t, "google.golang.org/grpc/metadata", "Pairs", pass(Join, Rest))
	put(t, "google.golang.org/grpc/metadata", "New", pass(Join, 0))
	put(t, "google.golang.org/protobuf/types/known/wrapperspb", "String Bytes", pass(Join, 0))
	put(t, "google.golang.org/protobuf/types/known/structpb", "NewStringValue NewStruct NewValue NewList", pass(Join, 0))
	put(t, "regexp", "*Regexp.ReplaceAllString *Regexp.ReplaceAllLiteralString *Regexp.FindString", pass(Same, 0))
	put(t, "slices", "Clone Concat Compact Reverse", pass(Same, 0))
	put(t, "slices", "Concat", pass(Join, Rest))
	put(t, "slices", "Reverse", pass(Same, 0).into(0))
}

func formatTransforms(t map[string]Transform) {
	put(t, "fmt", "Sprintf", pass(Format, 0, Rest))
	put(t, "fmt", "Sprint Sprintln", pass(Join, Rest))
	put(t, "fmt", "Append Appendln", pass(Join, 0, Rest))
	put(t, "fmt", "Appendf", pass(Format, 0, 1, Rest))
	put(t, "strconv", "Itoa FormatInt FormatUint FormatFloat FormatBool", pass(FormatNum, 0))
	put(t, "strconv", "Quote QuoteToASCII Unquote", pass(Same, 0))
	put(t, "strconv", "AppendInt AppendUint AppendFloat AppendQuote AppendBool", pass(Join, 0, 1))
	put(t, "strconv", "Atoi ParseInt ParseUint ParseFloat ParseBool", pass(ParseNum, 0))
	put(t, "encoding/json", "Marshal MarshalIndent", pass(JSON, 0))
	put(t, "encoding/json", "Number.String", pass(FormatNum, Recv))
	put(t, "encoding/json", "Number.Int64 Number.Float64", pass(ParseNum, Recv))
	put(t, "encoding/json", "Compact", pass(Same, 1).into(0))
	put(t, "encoding/json", "Indent", pass(Same, 1).into(0))
	put(t, "encoding/json", "NewDecoder", pass(Same, 0))
	put(t, "encoding/xml", "NewDecoder", pass(Same, 0))
}

// encodeTransforms. Which base64 alphabet a call uses is its receiver's: the
// engine tells RawURLEncoding from the others.
func encodeTransforms(t map[string]Transform) {
	const b64 = "encoding/base64"
	put(t, b64, "*Encoding.EncodeToString", pass(EncodeB64, 0))
	put(t, b64, "*Encoding.Encode", pass(EncodeB64, 1).into(0))
	put(t, b64, "*Encoding.AppendEncode", pass(EncodeB64, 0, 1))
	put(t, b64, "*Encoding.DecodeString", pass(DecodeB64, 0))
	put(t, b64, "*Encoding.Decode", pass(DecodeB64, 1).into(0))
	put(t, b64, "*Encoding.AppendDecode", pass(DecodeB64, 0, 1))
	put(t, "encoding/base32", "*Encoding.EncodeToString", pass(Same, 0))
	put(t, "encoding/base32", "*Encoding.DecodeString", pass(Same, 0))
	const hex = "encoding/hex"
	put(t, hex, "EncodeToString", pass(EncodeHex, 0))
	put(t, hex, "Encode", pass(EncodeHex, 1).into(0))
	put(t, hex, "AppendEncode", pass(EncodeHex, 0, 1))
	put(t, hex, "DecodeString", pass(DecodeHex, 0))
	put(t, hex, "Decode", pass(DecodeHex, 1).into(0))
	put(t, hex, "AppendDecode", pass(DecodeHex, 0, 1))
	put(t, "net/url", "QueryEscape QueryUnescape PathEscape PathUnescape", pass(Same, 0))
	put(t, "net/url", "Values.Encode", pass(Same, Recv))
	put(t, "net/url", "Parse ParseRequestURI", pass(Same, 0))
	put(t, "net/url", "*URL.String *URL.EscapedPath *URL.RequestURI *URL.Hostname *URL.Port", pass(Same, Recv))
	put(t, "html", "EscapeString UnescapeString", pass(Same, 0))
	put(t, "html/template", "JSEscapeString HTMLEscapeString", pass(Same, 0))
	put(t, "html/template", "JSEscaper HTMLEscaper URLQueryEscaper", pass(Join, Rest))
	put(t, "text/template", "JSEscapeString HTMLEscapeString", pass(Same, 0))
	for _, p := range cristalImports {
		put(t, p, "*Token.String", pass(Same, Recv))
		bytes := "*Token.Bytes"
		if p == cristalImports[0] {
			bytes = "*Token.Raw"
		}
		put(t, p, bytes, pass(Same, Recv))
	}
	for _, p := range joseImports {
		put(t, p, "JSONWebSignature.CompactSerialize JSONWebSignature.FullSerialize", pass(Same, Recv))
	}
	for _, p := range golangImports {
		if p == golangV5 {
			put(t, p, "*Token.EncodeSegment", pass(EncodeB64URL, 0))
			continue
		}
		put(t, p, "EncodeSegment", pass(EncodeB64URL, 0))
		put(t, p, "DecodeSegment", pass(DecodeB64, 0))
	}
}

// digestTransforms: a digest may leave where its input may not.
func digestTransforms(t map[string]Transform) {
	put(t, "crypto/sha256", "Sum256 Sum224", pass(Hash, 0))
	put(t, "crypto/sha512", "Sum512 Sum384 Sum512_224 Sum512_256", pass(Hash, 0))
	put(t, "crypto/sha1", "Sum", pass(Hash, 0))
	put(t, "crypto/md5", "Sum", pass(Hash, 0))
	put(t, "crypto/sha3", "Sum224 Sum256 Sum384 Sum512", pass(Hash, 0))
	put(t, "golang.org/x/crypto/bcrypt", "GenerateFromPassword", pass(Hash, 0))
	put(t, "golang.org/x/crypto/scrypt", "Key", pass(Hash, 0))
	put(t, "golang.org/x/crypto/argon2", "Key IDKey", pass(Hash, 0))
	put(t, "golang.org/x/crypto/pbkdf2", "Key", pass(Hash, 0))
	put(t, "crypto/pbkdf2", "Key", pass(Hash, 1))
	put(t, "crypto/hkdf", "Key Extract Expand", pass(Hash, 1))
	put(t, "crypto/subtle", "ConstantTimeCompare", Transform{Effect: Length, Into: None})
	put(t, "crypto/hmac", "Equal", Transform{Effect: Length, Into: None})
}

// valueTransforms: pointers, maps, identifiers, casts.
func valueTransforms(t map[string]Transform) {
	put(t, "cmp", "Or", pass(First, Rest))
	put(t, "maps", "Clone", pass(Copy, 0))
	put(t, "maps", "Copy", pass(Copy, 1).into(0))
	put(t, "github.com/aws/aws-sdk-go-v2/aws", "ToString", pass(Deref, 0))
	put(t, "github.com/aws/aws-sdk-go-v2/aws", "String", pass(Same, 0))
	put(t, "github.com/aws/aws-sdk-go/aws", "StringValue", pass(Deref, 0))
	put(t, "github.com/aws/aws-sdk-go/aws", "String", pass(Same, 0))
	const lo = "github.com/samber/lo"
	put(t, lo, "FromPtr", pass(Deref, 0))
	put(t, lo, "FromPtrOr", pass(First, 0, 1))
	put(t, lo, "ToPtr", pass(Same, 0))
	put(t, lo, "CoalesceOrEmpty Coalesce", pass(First, Rest))
	put(t, lo, "Ternary", pass(First, 1, 2))
	put(t, lo, "Must", pass(Same, 0))
	put(t, lo, "Assign", pass(Copy, Rest))
	uuidTransforms(t)
	const cast = "github.com/spf13/cast"
	put(t, cast, "ToString ToStringE ToInt ToInt64 ToUint ToUint64 ToIntE ToInt64E", pass(Same, 0))
}

func uuidTransforms(t map[string]Transform) {
	const google = "github.com/google/uuid"
	put(t, google, "Parse MustParse ParseBytes FromBytes", pass(ParseNum, 0))
	put(t, google, "UUID.String UUID.URN", pass(FormatNum, Recv))
	for _, p := range []string{"github.com/gofrs/uuid", "github.com/gofrs/uuid/v5"} {
		put(t, p, "FromString FromStringOrNil FromBytes FromBytesOrNil", pass(ParseNum, 0))
		put(t, p, "UUID.String UUID.Bytes", pass(FormatNum, Recv))
	}
}

package mobile

import "github.com/messengerlint/messengerlint/internal/wordset"

// Libraries that make proofs, conversions on the way to them, and the places
// that app configuration is read from. Data only.
//
// CryptoKit HMAC: https://developer.apple.com/documentation/cryptokit/hmac
// CommonCrypto CCHmac(3). CryptoSwift: https://github.com/krzyzanowskim/CryptoSwift
// javax.crypto.Mac; commons-codec HmacUtils; Guava Hashing; okio ByteString
// jjwt: https://github.com/jwtk/jjwt; java-jwt: https://github.com/auth0/java-jwt;
// nimbus-jose-jwt MACSigner; jose4j HmacKey
// SwiftJWT (Kitura), JWTKit (Vapor), JSONWebToken.swift; ObjC JWT (yourkarma)
// Dart: crypto Hmac, cryptography Hmac, dart_jsonwebtoken, jaguar_jwt, corsac_jwt

var (
	// keyMakers wrap a key for a JWT library; the key is their first argument
	// or the one labelled key or secret.
	keyMakers = wordset.Set{Words: `HMAC256 HMAC384 HMAC512 MACSigner SecretKey hs256 hs384 hs512 JWTHmacSha256Signer HmacKey HmacSha256Key
		hmacShaKeyFor HS256Key SecretKeySpec`}

	// jwtSigners make a JWT when a key maker stands in them.
	jwtSigners = wordset.Set{Words: `sign signWith encode getSignedToken getToken setKey signed add serialize createToken signSync`}

	// hmacStatics make an HMAC of (key, message) in one call.
	hmacStatics = wordset.Set{Words: `hmacSha256Hex hmacSha256 hmacSha1Hex hmacSha1 hmacSha384Hex hmacSha512Hex hmacSha512 hmacMd5Hex hmacMd5`}

	// mutators write an argument into their receiver.
	mutators = wordset.Set{Words: `append appendFormat appendString appendBytes add addAll write writeBytes insert push putString setString appendData`}

	// views show a value in another form.
	views = wordset.Set{Words: `utf8 bytes data value rawValue text description string hexString hex hexEncodedString lowercaseString
		uppercaseString UTF8String baseAddress mutableBytes utf16 orEmpty toString hexDigest encoded codeUnits first self
		uppercased uppercase`}

	// conversions are calls that hand on what they are given.
	conversions = wordset.Set{Words: `String Data Array SymmetricKey SecretKeySpec toByteArray getBytes encodeToByteArray encode data utf8 trim
		trimmed joined joinToString map hexString toHex toHexString encodeHexString format lowercase lowercased toLowerCase
		cString cStringUsingEncoding dataUsingEncoding stringWithFormat stringWithUTF8String initWithBytes dataWithBytes
		hmacShaKeyFor let also apply run takeIf Uint8List fromList convert base64Encode toString valueOf copyOf compact
		finalize finalise withUnsafeBytes UTF8String strlen HexFormat formatHex of with`}

	// upperCase turns letters to upper case.
	upperCase = wordset.Set{Words: `uppercased uppercase toUpperCase uppercaseString localizedUppercase`}

	// configReaders read a value of the app's configuration by name.
	configReaders = wordset.Set{Words: `fromEnvironment objectForInfoDictionaryKey object infoForKey getString getMetaData getProperty
		stringForKey string value getRequired get maybeGet valueForKey objectForKey`}
)

// configOwners hold the app's configuration: BuildConfig.X, dotenv.env["X"].
var configOwners = wordset.Set{Words: `BuildConfig dotenv.env DotEnv.env infoDictionary Bundle.main.infoDictionary R.string Config.env
	metaData applicationInfo.metaData env.env`}

package messenger

import "github.com/messengerlint/messengerlint/internal/wordset"

// The words proofs and mints are named with. Data only; the code is in
// proof.go.

var (
	// proofWords may surround a proof after the word intercom.
	proofWords = wordset.Set{Words: `user messenger identity identification verification verified secure mode jwt hash hmac token web ios android id
		email contact customer member account current signed new for from with my the resp result legacy sha hex s`}

	// nonProofWords make a token or hash another one, wherever they stand.
	nonProofWords = wordset.Set{Words: `webhook session refresh access csrf oauth rest api bot bearer push device password script commit
		content file body request config salesforce app client`}

	// proofReaders begin names of what takes a proof apart.
	proofReaders = wordset.Set{Words: `parse verify validate decode check inspect debug has is no not missing err error require required use
		invalid expired revoke delete compare match equal hide`}

	setVerbs  = wordset.Set{Words: `set with put attach assign apply update refresh send pass add`}
	mintVerbs = wordset.Set{Words: `generate gen create make mint sign issue build compute calculate calc new get hash hmac produce derive
		encode prepare provide`}

	// mintAgents end names of types, handlers and services that make proofs.
	mintAgents = wordset.Set{Words: `signer generator issuer minter builder factory maker service provider handler endpoint controller creator
		encoder resolver helper`}
	signers       = wordset.Set{Words: `signer minter issuer generator`}
	mintParticles = wordset.Set{Words: `for of from with by`}
	tokenVerbs    = wordset.Set{Words: `generate gen create make mint sign issue`}

	// neverMint anywhere in a name: the code reads proofs, or the signature is a
	// webhook's.
	neverMint = wordset.Set{Words: `webhook verify verifier verifies validate validator decode decoder parse parser verifying decoding parsing
		password script commit`}

	// weakNeverMint rule out names that only say token or sign: clients and
	// requests sign for the REST API.
	weakNeverMint = wordset.Set{Words: `client api request requests middleware rest oauth access refresh bearer push device session transport`}

	nonMintFirst = wordset.Set{Words: `set store save load fetch log print redact mask has is no not missing err error invalid expired check
		test benchmark example fuzz revoke delete send pass inject render read extract compare match use
		register mock fake stub with require required`}
	nonMintLast = wordset.Set{Words: `claims payload expiry expires ttl duration lifetime url uri path response request config options option error
		enabled cookie header field name client length missing invalid expired test mock
		source store cache repo repository mode kind type version audience middleware settings`}

	// misspelt are joined plain words of keys people write, and the key meant.
	misspelt = map[string]string{
		"intercom_user_jwt": jwtKey, "intercom_jwt": jwtKey, "user_jwt": jwtKey, "jwt": jwtKey, "jwt_token": jwtKey,
		"user_jwt_token": jwtKey, "intercom_jwt_token": jwtKey, "intercom_user_jwt_token": jwtKey,
		"intercom_user_token": jwtKey, "intercom_token": jwtKey, "messenger_jwt": jwtKey, "messenger_user_jwt": jwtKey,
		"intercom_messenger_jwt": jwtKey, "user_intercom_jwt": jwtKey, "intercom_users_jwt": jwtKey, "jwt_user": jwtKey,
		"intercom_identity_jwt": jwtKey, "intercom_identity_token": jwtKey,
		"user_hash": hashKey, "intercom_user_hash": hashKey, "intercom_hash": hashKey, "user_hmac": hashKey,
		"hmac": hashKey, "identity_hash": hashKey, "user_hash_hmac": hashKey, "users_hash": hashKey,
		"user_id_hash": hashKey, "intercom_hmac": hashKey, "identity_verification_hash": hashKey, "hash_user": hashKey,
	}
)

// The keys that the Messenger reads (SKILL, intercom-rails).
const (
	jwtKey  = "intercom_user_jwt"
	hashKey = "user_hash"
)

package mobile

import (
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// The calls of Intercom's SDKs. Data only.
//
// iOS: https://github.com/intercom/intercom-ios (Intercom.h: setUserHash:, setUserJwt: "must be called before login";
// loginUserWithUserAttributes:success:failure: is loginUser(with:) in Swift; registerUserWithUserId: until 11.x).
// Android: https://github.com/intercom/intercom-android (CHANGELOG: loginIdentifiedUser, registerIdentifiedUser until
// 12.x, setSecureMode until 3.x). Flutter: https://github.com/deepak786/intercom_flutter.

// proofCalls hand a proof to the SDK.
var proofCalls = map[string]messenger.ProofKind{
	"setUserJwt":    messenger.ProofJWT,
	"setUserJWT":    messenger.ProofJWT,
	"setUserHash":   messenger.ProofHash,
	"setHMAC":       messenger.ProofHash,
	"setSecureMode": messenger.ProofHash,
}

// deprecatedProofs were dropped from the SDKs.
var deprecatedProofs = wordset.Set{Words: `setHMAC setSecureMode`}

// loginCalls tell the SDK who the user is. A login that is generic has a name
// that other code has as well.
var loginCalls = map[string]login{
	"loginUser":                   {generic: true},
	"registerUser":                {generic: true},
	"loginUserWithUserAttributes": {},
	"loginIdentifiedUser":         {},
	"registerIdentifiedUser":      {},
	"registerUserWithUserId":      {},
	"registerUserWithEmail":       {},
}

type login struct{ generic bool }

var (
	// identityNames set who the user is, in attributes and registrations.
	identityNames = wordset.Set{Words: `userId setUserId withUserId email setEmail withEmail userID withUserID`}

	// attributeNames are the attributes that a JWT can carry, by the names that
	// set them (H-DATA: they are unsigned beside it).
	attributeNames = map[string]string{
		"email": "email", "setEmail": "email", "withEmail": "email",
		"name": "name", "setName": "name", "withName": "name",
		"phone": "phone", "setPhone": "phone", "withPhone": "phone",
		"customAttributes": "custom attributes", "withCustomAttributes": "custom attributes", "withCustomAttribute": "custom attributes",
		"companies": "companies", "withCompany": "companies",
	}

	// attributeTypes hold what a login sends.
	attributeTypes = wordset.Set{Words: `ICMUserAttributes Registration UserAttributes`}

	// inlineClosures run the closure before they return.
	inlineClosures = wordset.Set{Words: `let apply run with also takeIf runCatching runBlocking withContext coroutineScope supervisorScope
		withTimeout withTimeoutOrNull synchronized withLock use forEach ifPresent ifPresentOrElse autoreleasepool sync
		performAndWait measureTimeMillis repeat onEach fold getOrElse flatMap withUnsafeBytes withUnsafeMutableBytes
		assumeIsolated dispatch_sync withAnimation`}

	// laterClosures run the closure when something has happened.
	laterClosures = wordset.Set{Words: `launch async enqueue then whenComplete addOnSuccessListener addOnCompleteListener subscribe collect
		collectLatest observe sink asyncAfter dispatch_async dispatch_after post postDelayed execute submit Task detached
		thenAccept thenApply whenCompleteAsync addListener listen onValue done microtask scheduleMicrotask Thread thread
		DispatchQueue perform addOperation addOnFailureListener thenCompose thenRun onReceive task onChange getIDToken
		fetchAndActivate addObserver defer schedule delay Timer delayed doOnSuccess onComplete completion dataTask`}

	// chained hand what their receiver gives to the closure.
	chained = wordset.Set{Words: `then map flatMap onSuccess thenAccept thenApply doOnSuccess compactMap mapNotNull whenComplete
		addOnSuccessListener subscribe sink andThen recoverCatching mapCatching forEachIndexed`}

	// failureNames run when something did not work: what the other closures of
	// the chain did has not happened.
	failureNames = wordset.Set{Words: `onFailure onError catchError addOnFailureListener catch exceptionally doOnError recover orElse failure
		error onCatch getOrElse onErrorResumeNext ifFailure catching onfailure doOnFailure`}

	// fetchVerbs begin names of functions that get something from elsewhere.
	fetchVerbs = wordset.Set{Words: `fetch get load request retrieve download query call obtain refresh generate exchange sign authenticate
		login signin verify sync restore issue create post send`}
)

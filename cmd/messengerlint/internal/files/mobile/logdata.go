package mobile

import "github.com/messengerlint/messengerlint/internal/wordset"

// Where log lines, error texts and analytics go. Data only.
//
// Swift print and os.Logger; Foundation NSLog; CocoaLumberjack DDLog*; Android
// android.util.Log; Timber; slf4j and kotlin-logging; Napier; Kermit; Dart print,
// debugPrint, dart:developer log, package:logger; Crashlytics, Sentry, Firebase
// and Segment analytics.

var (
	// logFuncs are functions that write their arguments out.
	logFuncs = wordset.Set{Words: `print println debugPrint NSLog NSLogv os_log dump printf debugPrintThrottled debugPrintStack os_log_debug os_log_info os_log_error
		os_log_fault os_log_with_type NSPrint CLSLog CLSNSLog`}

	// logOwners end the name of an object that writes logs, in lower case.
	logOwners = wordset.Set{Words: `log logger timber console out err developer stdout stderr crashlytics napier kermit sentry sentrysdk
		fimber analytics mixpanel amplitude logcat xlog oslog ddlog logging l firebasecrashlytics firebaseanalytics bugsnag
		datadog`}

	// logLevels are methods of those.
	logLevels = wordset.Set{Words: `d i e v w wtf log debug info warn warning error trace fine finer finest severe notice fault critical
		verbose shout println print printf writeln write recordError setCustomKey setCustomValue captureMessage capture
		captureException logEvent logEventWithName logWithFormat track addBreadcrumb format fatal config f t record leaveBreadcrumb notify wtf_ setUserProperty`}

	// failFuncs end the program, or the call, with the text that they are given.
	failFuncs = wordset.Set{Words: `fatalError preconditionFailure assertionFailure fatal_error completeError TODO`}

	// checkFuncs do so where their first argument does not hold, with the text
	// that comes behind it.
	checkFuncs = wordset.Set{Words: `precondition assert check require checkNotNull requireNotNull NSAssert NSCAssert NSAssert1 NSCAssert1 NSAssert2
		NSCAssert2 requireNonNull checkState checkArgument`}

	// errorMakers are methods of classes of errors that make one, or raise it.
	errorMakers = wordset.Set{Words: `raise exceptionWithName initWithName errorWithDomain initWithDomain value checkNotNull error init new`}

	// formatCalls fill the places of a format.
	formatCalls = wordset.Set{Words: `stringWithFormat initWithFormat localizedStringWithFormat stringByAppendingFormat format String formatted sprintf`}

	// queryCalls put a value into the query of a URL.
	queryCalls = wordset.Set{Words: `URLQueryItem appendQueryParameter addQueryParameter addEncodedQueryParameter queryItemWithName
		queryParam addQueryParam parameter`}

	// wholeCalls give out what they are given, as text.
	wholeCalls = wordset.Set{Words: `String toString valueOf format plus trim trimmed orEmpty orElse describing reflecting description concat
		stringWithFormat stringByAppendingString join joined append getVaList Breadcrumb SentryMessage listOf arrayOf mapOf bundleOf requireNotNull
		checkNotNull lowercase uppercase toLowerCase toUpperCase lowercased uppercased`}
)

// Package mobile reads the source of iOS, Android and Flutter apps (Swift,
// Objective-C, Kotlin, Java, Dart) and of servers written in those languages,
// and reports what the rules say about the Messenger in them.
//
// One file goes through four stages, each a few files here:
//
//	lex      tokens with byte offsets (text/scanner does the scanning)
//	parse    a tolerant tree that all five languages share
//	program  functions, classes, definitions; where a value comes from
//	rules    unsignedboot, identityhash, frontendkey, hardcodedsecret, secretlog
//
// Why text/scanner and not chroma: chroma's lexers cost 30 ms at process start
// (every embedded lexer is registered) and read 0.4 to 0.7 MB/s on Kotlin, Swift
// and Dart, with backtracking expressions that hostile input can steer.
// text/scanner costs nothing at start, reads tens of MB/s in linear time, and is
// as well kept as Go itself. It knows no strings with interpolation, so those are
// read here, rune by rune, from the same scanner.
//
// The tree is tolerant: what is not understood is skipped token by token inside
// its own brackets, so a construct that is new to the reader costs at most the
// findings inside it.
//
// Facts about the SDKs: https://github.com/intercom/intercom-ios (Intercom.h),
// https://github.com/intercom/intercom-android (CHANGELOG),
// https://github.com/deepak786/intercom_flutter, and Intercom's own pages on
// securing the Messenger for iOS and Android.
package mobile

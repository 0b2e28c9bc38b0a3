// Package messenger is the vocabulary of the Intercom Messenger: which names
// mean its secret, what the secret looks like, what is only a placeholder, what
// a proof is called and which bytes are worth a closer look. Go rules and file
// rules ask the same questions here, so a name means the same in main.go and in
// a .env file.
//
// Everything is a pure function over strings or bytes; nothing here knows of
// syntax trees, types or files. A name or a shape is evidence, never proof: the
// caller decides what the neighbourhood adds (docs/rules, "Evidence").
//
// Sources: RULES.md is the project's contract, cited by section or ruling
// number. Facts about Intercom cite the page they come from:
//
//	WEB     https://developers.intercom.com/installing-intercom/web/identity-verification
//	IOS     https://developers.intercom.com/installing-intercom/ios/identity-verification
//	RN      https://developers.intercom.com/installing-intercom/react-native/identity-verification
//	SKILL   https://github.com/intercom/claude-plugin-external
//	H-UID   https://www.intercom.com/help/en/articles/12292449-understanding-and-managing-user-ids
//	EXAMPLES https://github.com/intercom/intercom-install-examples
package messenger

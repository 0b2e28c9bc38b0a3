// Package ignore reports ignore comments that are void.
//
// A comment that suppresses a finding is
//
//	//messengerlint:ignore <rule>[,<rule>] <reason>
//
// on the line of the finding or on the line above it, or
//
//	//messengerlint:file-ignore <rule>[,<rule>] <reason>
//
// at the top of the file for all of it. The same words count in `#`, `<!-- -->`,
// `--` and `/* */` comments of files that are not Go. Reported (low): a comment
// without a reason, for an unknown rule, with an unknown verb, or with nothing to
// suppress. A comment is void only for rules that ran: with `-rules` one for
// another rule is left alone.
//
// # Why it matters
//
// A comment that is void looks like a decision and is none. One that outlives its
// finding hides the next one on the same line.
//
// # Bad
//
// In Go:
//
//	//messengerlint:ignore wrongkey
//	key := []byte(os.Getenv("INTERCOM_JWT_SECRET"))
//
// # Good
//
// In Go:
//
//	//messengerlint:ignore wrongkey main refuses to start without it, see env.sh
//	key := []byte(os.Getenv("INTERCOM_JWT_SECRET"))
//
// # How to fix
//
// Say after the rule why the finding does not count, correct the rule's name, or
// delete the comment.
//
// # Limits
//
//   - Whether a reason is a good one is for reviewers.
//   - `//nolint` comments are golangci-lint's own, and not looked at.
//
// # Suppress
//
// Not by a comment: correct the comment or delete it.
package ignore

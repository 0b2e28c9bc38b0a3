package messenger

import "github.com/messengerlint/messengerlint/internal/wordset"

// UserWord says whether a name speaks of a person who is signed in, or of the
// identifier of one: user_id, email, member, sub.
func UserWord(name string) bool { return anyIn(parse(name).flat, &userWords) }

var userWords = wordset.Set{Words: `user users uid userid sub subject email mail member memberid customer visitor account person identity
	profile contact subscriber patient student employee`}

// ElseName says whether a name speaks of something that is signed for another
// purpose than to say who a user is.
func ElseName(name string) bool {
	p := parse(name)
	return anyIn(p.flat, &neverMint) || anyIn(p.flat, &weakNeverMint) || anyIn(p.flat, &sessionWords) || anyIn(p.flat, &elseWords)
}

var elseWords = wordset.Set{Words: `state nonce callback redirect signature notification notifications event events export import link url
	download upload salesforce etag cache test benchmark mock fake stub`}

// HashName says whether a name speaks of a hash.
func HashName(name string) bool { return anyIn(parse(name).flat, &hashWords) }

var hashWords = wordset.Set{Words: `hash hmac`}

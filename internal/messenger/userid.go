package messenger

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// PlaceholderID reports a user id that means nobody or stands for somebody:
// "", "undefined", "null", "0", "anonymous" (H-UID, RULES.md "missinguserid"),
// and ids still to be filled in.
func PlaceholderID(value string) bool {
	v := strings.ToLower(strings.Trim(value, " \t\r\n\"'`"))
	if nobody.Has(v) || v == "" || strings.Trim(v, "0-") == "" {
		return true
	}
	if nobody.Has(strings.Join(Words(value), "_")) {
		return true
	}
	return template(v) || beginsLikePlaceholder(v) && strings.ContainsAny(v, "_- ")
}

var nobody = wordset.Set{Words: `undefined null nil none nan void na n/a unknown anonymous anon guest visitor nobody noone no_one somebody
	user users userid user_id user-id the_user_id my_user_id your_user_id yourid your_id id uid string str text empty blank
	test testuser test_user test_id test_user_id dummy dummy_user fake fake_user example example_user sample sample_user
	placeholder todo tbd xxx foo bar default default_user false true object [object_object] object_object <nil>
	current_user current_user_id logged_in_user logged_out not_set not_logged_in unauthenticated external_id`}

// WrongUserIDName reports a claim name that people write where the Messenger
// wants user_id: sub, id, userId, user-id, email (RULES.md "missinguserid").
func WrongUserIDName(name string) bool {
	if name == "user_id" {
		return false
	}
	return wrongIDs.Has(strings.Join(parse(name).flat, "_"))
}

var wrongIDs = wordset.Set{Words: `sub subject id uid user_id email user_email email_address user uuid user_uuid user_guid guid external_id
	external_user_id customer_id account_id contact_id member_id intercom_id intercom_user_id unique_id username user_name
	identifier user_identifier user_sub user_key`}

// SessionName reports a function, type or variable named for a token that is
// not the Messenger's: session, access, refresh, reset, webhook, CSRF, invite
// (ruling 13). A name that says intercom beside it ("IntercomJWTForSession") is
// the Messenger's after all, unless it says webhook. One that says where the
// token's user is read from ("tokenFromSession") names no token of a session.
func SessionName(name string) bool {
	p := parse(name)
	if p.has("webhook") {
		return true
	}
	if p.has("intercom") {
		return false
	}
	for i, w := range p.flat {
		if sessionWords.Has(w) && !(i > 0 && readWords.Has(p.flat[i-1])) {
			return true
		}
	}
	return false
}

// readWords stand before what something is read from.
var readWords = wordset.Set{Words: `from by via of using with in`}

var sessionWords = wordset.Set{Words: `session sessions access refresh reset csrf xsrf invite invites invitation invitations password
	passwordless magiclink unsubscribe activation bearer impersonation otp totp`}

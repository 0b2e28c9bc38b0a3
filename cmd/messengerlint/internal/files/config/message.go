package config

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// The messages. None takes a value.

const rotate = "rotate it in Intercom (Settings > Workspace > Security > Messenger)"

func messageSecret(p pair, s messenger.Strength) string {
	what := " holds the Messenger secret in plain text; "
	switch {
	case p.decoded:
		return printable(p.name) + " holds the Messenger secret in base64, which anybody can decode; " + rotate + " and keep the new one in a secret store"
	case p.fallback:
		return printable(p.name) + " falls back to a Messenger secret that is written here; " + rotate + " and fail when it is not set"
	case s == messenger.WeakName:
		what = " holds what has the shape of the Messenger secret; "
	}
	return printable(p.name) + what + rotate + " and read the new one from a secret store"
}

func messageREST() string {
	return "an access token of Intercom's REST API is written here; rotate it in Intercom's Developer Hub and read the new one from a secret store"
}

func messageJWT() string {
	return "a JWT for the Messenger is pasted here; rotate the Messenger secret, which ends the token, and mint one for each sign-in on the server"
}

func messageInline(call string) string {
	return "the key of " + printable(call) + " is a Messenger secret written as a literal; " + rotate + " and read the new one from a secret store"
}

func messageLinked(p pair) string {
	return printable(p.name) + " is linked into the binary with -X; " + rotate + " and read the new one when the program starts"
}

func messagePublic(name, prefix string) string {
	return printable(name) + " publishes the Messenger secret: the build hands every " + prefix + " variable to the client; " + rotate + " and keep the new one on the server, under a name without the prefix"
}

func messageMobile(p pair) string {
	return printable(p.name) + " ships the Messenger secret inside the app; " + rotate + " and mint the JWT on the server"
}

func messageServed(p pair) string {
	return printable(p.name) + " holds the Messenger secret in a folder that is served to browsers; " + rotate + " and keep the new one on the server"
}

func messageEmpty(p pair) string {
	return printable(p.name) + " is set to nothing, and an empty key signs without complaint; take the key from a secret or delete the entry so that the program stops"
}

func messageShared(p, other pair, platform string) string {
	return printable(p.name) + " has the value of " + printable(other.name) + ", but each platform has a Messenger secret of its own; copy the key of " +
		platformWord(platform) + " from Intercom, and rotate both if they were ever committed"
}

func messageHash(p pair) string {
	return printable(p.name) + " is somebody's user_hash as a literal, which proves that identity for ever; compute it on the server for the signed-in user, or better a JWT, and rotate the Messenger secret"
}

func platformWord(platform string) string {
	switch platform {
	case "ios":
		return "iOS"
	case "android":
		return "Android"
	}
	return "the web"
}

// printable makes a name fit for a message: one line, not long, and without a
// part that has the shape of a secret itself.
func printable(name string) string {
	const limit = 100
	parts := strings.Split(name, ".")
	for i, part := range parts {
		if messenger.Shape(part) == messenger.SecretShape && messenger.SecretName(part) < messenger.WeakName {
			parts[i] = "…"
		}
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffd || r == ';' {
			return '?'
		}
		return r
	}, strings.Join(parts, "."))
	if len(name) > limit {
		name = strings.ToValidUTF8(name[:limit], "") + "…"
	}
	return name
}

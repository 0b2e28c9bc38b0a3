package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Fingerprint identifies a finding across edits that do not touch it: the rule,
// the path, a symbol near the place (an enclosing declaration or key) and the
// ordinal among findings that share all three. It holds no line number, and no
// text of the source, so nothing can be derived from it about a secret.
func Fingerprint(rule, path, symbol string, ordinal int) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{rule, path, symbol, strconv.Itoa(ordinal)}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Placeless is a message without the places that it names: those change with
// edits elsewhere and with the folder that the command runs in.
func Placeless(message string) string { return places().ReplaceAllString(message, "") }

var places = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\w./-]*:\d+(:\d+)?|\bline \d+`) })

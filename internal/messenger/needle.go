package messenger

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// needles are the words of [Needle], lower case, each of at least eight bytes.
// "messenger" is not among them: without intercom it is never enough (RULES.md
// "Evidence").
var needles = [...]string{"intercom", "user_hash", "setuserjwt", "setuserhash"}

// restNeedle begins a REST access token, which has no other word beside it.
// Its case matters.
const restNeedle = "dG9rO"

// NeedleWords returns the words that open the gate, for messages and for tools
// that search by other means.
func NeedleWords() []string { return append(needles[:len(needles):len(needles)], restNeedle) }

// Needle is the gate before any parsing: false means that nothing in b can
// concern the Messenger. It finds the needle words in any case, in ASCII, UTF-8
// and both forms of UTF-16, and leaves out words such as intercommunication.
//
// It looks at two bytes of every seven: a word of eight letters cannot hide
// between them. Only where the two occur side by side in a needle does it
// compare.
func Needle(b []byte) bool {
	return needleASCII(b) || bytes.IndexByte(b, 0) >= 0 && needleUTF16(b)
}

// stride is the shortest needle less one: every occurrence holds a pair that
// begins at a multiple of it.
const stride = 7

// pairs says for two letters, five bits each, in which needles at which of the
// first seven places they stand: bit needle*stride+place.
var pairs = func() (t [1024]uint32) {
	for n, w := range needles {
		for at := range stride {
			t[fold(w[at])|fold(w[at+1])<<5] |= 1 << (n*stride + at)
		}
	}
	return t
}()

// fold keeps the five bits that letters of both cases share.
func fold(c byte) uint16 { return uint16(c & 0x1f) }

func needleASCII(b []byte) bool {
	for i := 0; i+1 < len(b); i += stride {
		w := binary.LittleEndian.Uint16(b[i:])
		if m := pairs[w&0x1f|w>>3&0x3e0]; m != 0 && needleAt(b, i, m) {
			return true
		}
	}
	for rest := b; ; {
		// G is rarer than d, so the search begins there.
		i := bytes.Index(rest, []byte(restNeedle[1:]))
		if i < 0 {
			return false
		}
		if i > 0 && rest[i-1] == restNeedle[0] {
			return true
		}
		rest = rest[i+1:]
	}
}

// needleAt compares the needles that mask m proposes around b[i].
func needleAt(b []byte, i int, m uint32) bool {
	for ; m != 0; m &= m - 1 {
		bit := bits.TrailingZeros32(m)
		w, start := needles[bit/stride], i-bit%stride
		if start < 0 || start+len(w) > len(b) || !equalFold(b[start:start+len(w)], w) {
			continue
		}
		if bit/stride > 0 || brandAt(string(b[start:min(len(b), start+len(w)+8)]), 0) {
			return true
		}
	}
	return false
}

func equalFold(b []byte, word string) bool {
	for i := range len(word) {
		if lower(b[i]) != word[i] {
			return false
		}
	}
	return true
}

// needleUTF16 searches text of two-byte letters: without its zero bytes it is
// ASCII in both byte orders.
func needleUTF16(b []byte) bool {
	var buf [4096]byte
	const keep = 32 // more than any needle and what follows it
	n := 0
	for _, c := range b {
		if c == 0 {
			continue
		}
		if n == len(buf) {
			if needleASCII(buf[:]) {
				return true
			}
			n = copy(buf[:], buf[len(buf)-keep:])
		}
		buf[n] = c
		n++
	}
	return needleASCII(buf[:n])
}

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
// It looks at three bytes of every six: a word of eight letters cannot hide
// between them. Only where the three occur side by side in a needle does it
// compare.
func Needle(b []byte) bool {
	return needleASCII(b) || bytes.IndexByte(b, 0) >= 0 && needleUTF16(b)
}

// stride is the length of the shortest needle less two: every occurrence holds
// three bytes that begin at a multiple of it.
const stride = 6

// grams answers two questions about letters of five bits each. The first is
// asked millions of times, so its answer is one bit.
var grams = func() (g struct {
	triple [1 << 15 / 64]uint64 // do these three stand side by side in a needle?
	pair   [1 << 10]uint32      // in which needle, at which place? bit needle*stride+place
}) {
	for n, w := range needles {
		for at := range stride {
			k := triple(uint32(w[at]) | uint32(w[at+1])<<8 | uint32(w[at+2])<<16)
			g.triple[k>>6] |= 1 << (k & 63)
			g.pair[k&0x3ff] |= 1 << (n*stride + at)
		}
	}
	return g
}()

// triple packs three bytes, keeping of each the five bits that letters of both
// cases share.
func triple(v uint32) uint32 { return v&0x1f | v>>3&0x3e0 | v>>6&0x7c00 }

func needleASCII(b []byte) bool {
	i := 0
	// Four looks at a time, and one branch for all.
	for ; i+4*stride <= len(b); i += 4 * stride {
		c := b[i : i+4*stride : i+4*stride]
		k0 := triple(binary.LittleEndian.Uint32(c))
		k1 := triple(binary.LittleEndian.Uint32(c[stride:]))
		k2 := triple(binary.LittleEndian.Uint32(c[2*stride:]))
		k3 := triple(binary.LittleEndian.Uint32(c[3*stride:]))
		t := &grams.triple
		hit := t[k0>>6]>>(k0&63) | t[k1>>6]>>(k1&63) | t[k2>>6]>>(k2&63) | t[k3>>6]>>(k3&63)
		if hit&1 != 0 && (needleAt(b, i) || needleAt(b, i+stride) || needleAt(b, i+2*stride) || needleAt(b, i+3*stride)) {
			return true
		}
	}
	for ; i+1 < len(b); i += stride {
		if needleAt(b, i) {
			return true
		}
	}
	return hasRESTNeedle(b)
}

func hasRESTNeedle(b []byte) bool {
	for {
		// G is rarer than d, so the search begins there.
		i := bytes.Index(b, []byte(restNeedle[1:]))
		if i < 0 {
			return false
		}
		if i > 0 && b[i-1] == restNeedle[0] {
			return true
		}
		b = b[i+1:]
	}
}

// needleAt compares the needles that hold the two bytes at b[i] with what is
// around them.
func needleAt(b []byte, i int) bool {
	m := grams.pair[triple(uint32(b[i])|uint32(b[i+1])<<8)]
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
// ASCII in both byte orders. At the seam of two buffers it may take a word such
// as intercompany for intercom.
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

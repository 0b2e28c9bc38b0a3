package files

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// headLen is how much of a file tells whether it is text.
const headLen = 8000

// isBinary reports files that are neither UTF-8-like text nor UTF-16.
func isBinary(b []byte) bool {
	head := b[:min(len(b), headLen)]
	return bytes.IndexByte(head, 0) >= 0 && utf16Order(head) == nil
}

// utf16Order tells the byte order of UTF-16 text, nil for anything else. Without
// a mark it must look like ASCII in two bytes.
func utf16Order(b []byte) binary.ByteOrder {
	if bytes.IndexByte(b, 0) < 0 {
		return nil // even Chinese has line ends
	}
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}) && !bytes.HasPrefix(b, []byte{0xff, 0xfe, 0, 0}):
		return binary.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return binary.BigEndian
	case len(b) < 8:
		return nil
	}
	var zeros [2]int
	n := min(len(b), 256) &^ 1
	for i := range n {
		if b[i] == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1] > n*9/20:
		return binary.LittleEndian
	case zeros[1] == 0 && zeros[0] > n*9/20:
		return binary.BigEndian
	}
	return nil
}

// toUTF8 converts UTF-16; other text is returned as it is.
func toUTF8(b []byte) []byte {
	order := utf16Order(b[:min(len(b), headLen)])
	if order == nil {
		return b
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	out := make([]byte, 0, len(units))
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out
}

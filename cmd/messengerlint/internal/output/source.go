package output

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"unicode/utf16"
	"unicode/utf8"
)

// maxSource is the size of a file from which its lines are not read again.
const maxSource = 32 << 20

// sources reads the lines that findings point at. Without a root nothing is
// read: what was checked is then not what lies in the tree (the index, the
// history).
type sources struct {
	root  string
	files map[string][][]byte
}

func newSources(root string) *sources { return &sources{root: root, files: map[string][][]byte{}} }

// line returns a line without its end; ok is false when it cannot be had.
func (s *sources) line(path string, number int) (text []byte, ok bool) {
	lines, known := s.files[path]
	if !known {
		lines = s.read(path)
		s.files[path] = lines
	}
	if number < 1 || number > len(lines) {
		return nil, false
	}
	return bytes.TrimSuffix(lines[number-1], []byte{'\r'}), true
}

func (s *sources) read(path string) [][]byte {
	if s.root == "" {
		return nil
	}
	name := filepath.FromSlash(path)
	if !filepath.IsAbs(name) {
		name = filepath.Join(s.root, name)
	}
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSource {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return bytes.Split(fromUTF16(data), []byte{'\n'})
}

// fromUTF16 decodes text that has the mark of UTF-16; columns of findings count
// the bytes of its UTF-8 form.
func fromUTF16(b []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	default:
		return b
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, order.Uint16(b[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// utf16Column turns a column in bytes into one in UTF-16 code units, which is
// what SARIF viewers count. Where the line cannot be read the bytes stand.
func (s *sources) utf16Column(path string, line, column int) int {
	text, ok := s.line(path, line)
	if !ok || column < 1 {
		return column
	}
	units := 1
	for at := 0; at < len(text) && at < column-1; {
		r, size := utf8.DecodeRune(text[at:])
		units += max(1, utf16.RuneLen(r))
		at += size
	}
	if past := column - 1 - len(text); past > 0 {
		units += past
	}
	return units
}

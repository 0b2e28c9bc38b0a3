package config

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// jsonPairs reads a JSON file. ok is false where it stops being JSON (comments,
// trailing commas); what was read before still counts.
func jsonPairs(data []byte) (pairs []pair, ok bool) {
	off := 0
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		off = 3
	}
	j := jsonReader{src: string(data[off:]), dec: json.NewDecoder(bytes.NewReader(data[off:]))}
	j.dec.UseNumber()
	var err error
	for err == nil {
		err = j.value(nil, 0)
	}
	for i := range j.pairs {
		p := &j.pairs[i]
		p.nameAt += off
		if p.end > 0 {
			p.at, p.end = p.at+off, p.end+off
		}
	}
	return j.pairs, errors.Is(err, io.EOF)
}

type jsonReader struct {
	src   string
	dec   *json.Decoder
	pairs []pair
	kind  string // of the object at the root, when it came first
}

// scalar is a string in the source, without its quotes.
type scalar struct {
	text    string
	at, end int
	present bool
}

// value reads one value of whatever kind under a path.
func (j *jsonReader) value(path []string, depth int) error {
	_, _, err := j.valueText(path, depth)
	return err
}

// valueText also returns the value when it is a string.
func (j *jsonReader) valueText(path []string, depth int) (scalar, bool, error) {
	before := int(j.dec.InputOffset())
	tok, err := j.dec.Token()
	if err != nil {
		return scalar{}, false, err
	}
	switch t := tok.(type) {
	case json.Delim:
		if depth > maxDepth {
			return scalar{}, false, errors.New("nested too deep")
		}
		if t == '{' {
			return scalar{}, false, j.object(path, depth)
		}
		for j.dec.More() {
			s, isText, err := j.valueText(path, depth+1)
			if err != nil {
				return scalar{}, false, err
			}
			if isText {
				j.assignment(s)
			}
		}
		_, err := j.dec.Token()
		return scalar{}, false, err
	case string:
		return j.locate(t, before), true, nil
	}
	return scalar{}, false, nil
}

// locate finds the string token that ended where the decoder stands.
func (j *jsonReader) locate(text string, before int) scalar {
	end := int(j.dec.InputOffset()) - 1
	start := strings.IndexByte(j.src[before:end+1], '"') + before + 1
	return scalar{text: text, at: start, end: end, present: true}
}

func (j *jsonReader) object(path []string, depth int) error {
	var name, value scalar
	for j.dec.More() {
		before := int(j.dec.InputOffset())
		tok, err := j.dec.Token()
		if err != nil {
			return err
		}
		key, isKey := tok.(string)
		if !isKey {
			return errors.New("no key")
		}
		k := j.locate(key, before)
		s, isText, err := j.valueText(append(path, key), depth+1)
		if err != nil {
			return err
		}
		if !isText {
			continue
		}
		switch {
		case len(path) == 0 && key == "kind":
			j.kind = s.text
		case !name.present && in(nameKeys, key):
			name = s
		case !value.present && in(valueKeys, key):
			value = s
		}
		if full := strings.Join(append(path, key), "."); mentions(full) {
			j.add(full, k.at, s, len(path) > 0 && path[0] == "data" && j.kind == "Secret")
		}
	}
	if name.present && value.present && mentions(name.text) {
		j.add(name.text, name.at, value, false)
	}
	_, err := j.dec.Token()
	return err
}

func (j *jsonReader) add(name string, nameAt int, s scalar, base64Data bool) {
	p := pair{name: name, nameAt: nameAt, value: s.text, at: s.at, end: s.end, quoted: true}
	if base64Data {
		text, err := base64.StdEncoding.DecodeString(s.text)
		if err != nil {
			return
		}
		p.value, p.decoded = strings.TrimSpace(string(text)), true
	}
	j.pairs = append(j.pairs, p)
}

// assignment reads "NAME=value" in a list.
func (j *jsonReader) assignment(s scalar) {
	name, value, ok := strings.Cut(s.text, "=")
	if ok && mentions(name) && !strings.ContainsAny(name, " \t\\") && s.end-s.at == len(s.text) {
		j.pairs = append(j.pairs, pair{name: name, nameAt: s.at, value: value, at: s.at + len(name) + 1, end: s.end})
	}
}

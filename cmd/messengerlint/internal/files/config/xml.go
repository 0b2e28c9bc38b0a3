package config

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// xmlPairs reads a plist, an Android resource file, a .NET or Maven
// configuration. ok is false where it stops being XML.
func xmlPairs(data []byte) (pairs []pair, ok bool) {
	x := xmlReader{src: string(data), dec: xml.NewDecoder(bytes.NewReader(data))}
	x.dec.Strict = false
	x.dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		start := int(x.dec.InputOffset())
		tok, err := x.dec.RawToken()
		if err != nil {
			return x.pairs, errors.Is(err, io.EOF)
		}
		x.token(tok, start, int(x.dec.InputOffset()))
	}
}

type xmlReader struct {
	src   string
	dec   *xml.Decoder
	pairs []pair
	path  []string
	// key is the text of the last <key>, as property lists have it.
	key   string
	keyAt int
	// named is the name attribute of the open element: <string name="…">.
	named   string
	namedAt int
}

func (x *xmlReader) token(tok xml.Token, start, end int) {
	switch t := tok.(type) {
	case xml.StartElement:
		if len(x.path) < maxDepth {
			x.path = append(x.path, t.Name.Local)
		}
		x.attributes(t, start, end)
	case xml.EndElement:
		if n := len(x.path); n > 0 {
			x.path = x.path[:n-1]
		}
		x.named = ""
	case xml.CharData:
		x.text(start, end)
	}
}

// attributes reads elements that hold name and value in attributes:
// <add key="" value="">, <meta-data android:name="" android:value="">,
// <buildConfigField>, and attributes that are names themselves.
func (x *xmlReader) attributes(t xml.StartElement, start, end int) {
	var value string
	hasValue := false
	x.named = ""
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "name", "key", "id":
			x.named, x.namedAt = a.Value, start+max(0, strings.Index(x.src[start:end], a.Value))
		case "value":
			value, hasValue = a.Value, true
		default:
			if name := t.Name.Local + "." + a.Name.Local; mentions(name) {
				x.add(name, start, a.Value, start, end)
			}
		}
	}
	if hasValue && mentions(x.named) {
		x.add(x.named, x.namedAt, value, start, end)
	}
}

func (x *xmlReader) text(start, end int) {
	raw := x.src[start:end]
	value := strings.TrimSpace(raw)
	if len(x.path) == 0 {
		return
	}
	element := x.path[len(x.path)-1]
	if element == "key" {
		x.key, x.keyAt = value, start
		return
	}
	switch {
	case x.named != "" && mentions(x.named):
		x.add(x.named, x.namedAt, value, start, end)
	case x.key != "" && (element == "string" || element == "data") && mentions(x.key):
		x.add(x.key, x.keyAt, value, start, end)
		x.key = ""
	default:
		if name := strings.Join(x.path, "."); value != "" && mentions(name) {
			x.add(name, start, value, start, end)
		}
	}
	if value != "" {
		x.key = ""
	}
}

func (x *xmlReader) add(name string, nameAt int, value string, start, end int) {
	p := pair{name: name, nameAt: nameAt, value: value, quoted: true}
	if i := strings.LastIndex(x.src[start:end], value); i >= 0 && value != "" {
		p.at, p.end = start+i, start+i+len(value)
	}
	x.pairs = append(x.pairs, p)
}

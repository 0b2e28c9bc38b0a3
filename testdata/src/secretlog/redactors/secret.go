// Package redactors: types that redact in String, Format, GoString, MarshalJSON or MarshalText are respected where their method
// is used (near misses); a verb or a conversion that goes around them is a hit.
package redactors

import (
	"encoding/json"
	"fmt"
	"log"
)

// Secret prints as stars.
type Secret string

// String implements fmt.Stringer.
func (Secret) String() string { return "***" }

// GoString implements fmt.GoStringer.
func (Secret) GoString() string { return "***" }

// MarshalJSON implements json.Marshaler.
func (Secret) MarshalJSON() ([]byte, error) { return []byte(`"***"`), nil }

// IntercomKeys has one key per platform.
type IntercomKeys struct {
	IntercomWebSecret Secret
	IntercomIOSSecret Secret
}

// PlainKeys has the same in plain strings.
type PlainKeys struct {
	IntercomWebSecret string
	IntercomIOSSecret string
}

// FormattedKeys implements fmt.Formatter.
type FormattedKeys struct {
	IntercomWebSecret string
}

// Format implements fmt.Formatter.
func (FormattedKeys) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("keys(***)")) }

// Print prints all of them.
func Print(k IntercomKeys, p PlainKeys, f FormattedKeys) {
	log.Printf("keys %v", k)
	log.Printf("keys %+v", k)
	log.Printf("keys %#v", k)
	log.Printf("web %s", k.IntercomWebSecret)
	log.Printf("keys %v", f)
	log.Printf("keys %+v", f)
	log.Printf("keys %v", p)                          // want secretlog
	log.Printf("keys %#v", p)                         // want secretlog
	log.Printf("web %s", string(k.IntercomWebSecret)) // want secretlog
	log.Printf("ios %q", p.IntercomIOSSecret)         // want secretlog
	log.Printf("web %s", f.IntercomWebSecret)         // want secretlog
}

// Encode marshals them for the log.
func Encode(k IntercomKeys, p PlainKeys) {
	if b, err := json.Marshal(k); err == nil {
		log.Printf("keys %s", b)
	}
	if b, err := json.Marshal(p); err == nil {
		log.Printf("keys %s", b) // want secretlog
	}
}

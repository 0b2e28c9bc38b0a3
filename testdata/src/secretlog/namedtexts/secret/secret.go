// Package secret holds texts that print as stars.
package secret

// Text prints as stars.
type Text string

// String hides the text.
func (Text) String() string { return "***" }

// GoString hides it too.
func (Text) GoString() string { return "***" }

// Reveal gives the text.
func (t Text) Reveal() string { return string(t) }

// Kind tells nothing of it.
func (t Text) Kind() string { return "text" }

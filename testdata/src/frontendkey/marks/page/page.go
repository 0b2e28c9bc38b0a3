// Package page keeps what a page is made of until somebody asks for it.
package page

// Page is filled bit by bit.
type Page struct{ parts map[string]string }

// Put is read by the renderer of every page.
//
//messengerlint:sink expose
func (p *Page) Put(name, value string) { p.parts[name] = value }

// Keep stays on the server; it differs from Put by the mark.
func (p *Page) Keep(name, value string) { p.parts[name] = value }

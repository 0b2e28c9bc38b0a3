// Package tools pins the linters of this repository. It is a module of its own,
// so that they reach nobody else.
package tools

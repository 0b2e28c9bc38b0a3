// Package trust tests what users must be able to rely on, from outside, with
// the real command: that it shows no secret, says the same on every run, ends in
// bounded time on hostile code and on a signal, and needs no network. There is
// nothing in it but tests; docs/trust.md lists them.
package trust

// Package session reads who is signed in from a header that the gateway has checked and signed for.
package session

import "net/http"

// Member is who the gateway says.
//
//messengerlint:auth the gateway drops this header from outside
func Member(r *http.Request) string { return r.Header.Get("X-Shop-Member") }

// Guest differs by the mark.
func Guest(r *http.Request) string { return r.Header.Get("X-Shop-Guest") }

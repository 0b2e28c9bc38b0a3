// Package telemetry: proofs and secrets in analytics events and klog (hits); events about the mint without them are near misses.
package telemetry

import (
	"github.com/segmentio/analytics-go/v3"
	"k8s.io/klog/v2"
)

// Tracker sends events.
type Tracker struct {
	c              analytics.Client
	intercomSecret string
}

// Minter mints Messenger tokens.
type Minter interface {
	IntercomUserJWT(userID string) (string, error)
}

// Opened is sent when the chat opens.
func (t Tracker) Opened(m Minter, userID string) error {
	tok, err := m.IntercomUserJWT(userID)
	if err != nil {
		klog.ErrorS(err, "intercom token", "user", userID)
		return err
	}
	klog.V(2).InfoS("intercom token", "user", userID, "jwt", tok)                                                           // want secretlog
	return t.c.Enqueue(analytics.Track{UserId: userID, Event: "chat opened", Properties: analytics.Properties{"jwt": tok}}) // want secretlog
}

// OpenedQuiet is the same without the token.
func (t Tracker) OpenedQuiet(m Minter, userID string) error {
	tok, err := m.IntercomUserJWT(userID)
	if err != nil {
		klog.ErrorS(err, "intercom token", "user", userID)
		return err
	}
	klog.V(2).InfoS("intercom token", "user", userID, "bytes", len(tok))
	return t.c.Enqueue(analytics.Track{UserId: userID, Event: "chat opened", Properties: analytics.Properties{"source": "header"}})
}

// Rotated is sent when the key was rotated.
func (t Tracker) Rotated(by string) {
	klog.Infof("intercom secret is now %s (by %s)", t.intercomSecret, by) // want secretlog
	klog.Infof("intercom secret was rotated by %s", by)
}

// Package doorphone: "intercom" is a door station and "messenger" is Facebook's: literals with such names are no Messenger
// secrets of Intercom (all near misses; nothing here speaks of a user identity).
package doorphone

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

const (
	messengerAppSecret   = "4773aae0d45fc45e0df531ee3f42c26274755748"
	messengerVerifyToken = "4ZDIpka9DxX8qC8mplTOwNy1TnQv7XszPsVKWX9w"
	intercomPanelKey     = "78ZEjHG6BQFbLet4SfONKvnFhiCCJl5_zwtsQosM"
	intercomSIPPassword  = "RGZ9BMfNngWhTJXKesxrImCS"
)

// Panel is a door station on the building's network.
type Panel struct {
	Host string
	Unit int
}

// Open unlocks the door that belongs to the intercom panel.
func (p Panel) Open(client *http.Client) error {
	req, err := http.NewRequest(http.MethodPost, fmt.Sprintf("https://%s/relay/%d/open", p.Host, p.Unit), nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth("panel", intercomSIPPassword)
	req.Header.Set("X-Panel-Key", intercomPanelKey)
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return errors.New("doorphone: " + res.Status)
	}
	return nil
}

// FacebookHook receives the messages that residents send to the building's page.
func FacebookHook(w http.ResponseWriter, r *http.Request, body []byte) {
	if r.URL.Query().Get("hub.verify_token") == messengerVerifyToken {
		_, _ = w.Write([]byte(r.URL.Query().Get("hub.challenge")))
		return
	}
	mac := hmac.New(sha1.New, []byte(messengerAppSecret))
	mac.Write(body)
	want := "sha1=" + hex.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(strings.TrimSpace(r.Header.Get("X-Hub-Signature")))) {
		w.WriteHeader(http.StatusForbidden)
	}
}

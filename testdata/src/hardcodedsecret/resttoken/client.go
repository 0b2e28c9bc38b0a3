// Package resttoken: an Intercom REST access token in the source (hits, whatever the name of the variable); a token from
// the environment, base64 of something else and a truncated token are near misses.
package resttoken

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

const apiBase = "https://api.intercom.io"

// workspaceToken opens the whole workspace.
const workspaceToken = "dG9rOmY0MzNmMTFlXzEyOWZfNDdjOF8yYzU5XzAyYzMwY2Q2MGNhMDoxOjA=" // want hardcodedsecret

// basicAuth decodes to "user:" and is no Intercom token.
const basicAuth = "dXNlcjpiNmZhMmQ5Zl8wYzQ1XzQ3MTlfYTM4Zl9kMjE3YzUwZTliN2Y6MTow"

// truncated is how the docs print a token.
const truncated = "dG9rOjZmYTJkOWZf..."

// Client calls the REST API.
type Client struct {
	http  *http.Client
	token string
}

// New returns a client for the production workspace.
func New() *Client {
	return &Client{http: &http.Client{Timeout: 10 * time.Second}, token: workspaceToken}
}

// NewStaging returns a client for the staging workspace.
func NewStaging() *Client {
	return &Client{http: http.DefaultClient, token: "dG9rOjU1MDk4MWU4Xzk3NDNfZDgzMF81YmRkX2ZjMWMyOTVhM2JkODoxOjA="} // want hardcodedsecret
}

// NewFromEnv returns a client with the token of the deployment.
func NewFromEnv() (*Client, error) {
	tok := os.Getenv("INTERCOM_ACCESS_TOKEN")
	if tok == "" {
		return nil, errors.New("INTERCOM_ACCESS_TOKEN is not set")
	}
	return &Client{http: http.DefaultClient, token: tok}, nil
}

// TagContact adds a tag to a contact.
func (c *Client) TagContact(ctx context.Context, contactID, tagID string) error {
	body := bytes.NewBufferString(fmt.Sprintf(`{"id":%q}`, tagID))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, apiBase+"/contacts/"+contactID+"/tags", body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("X-Proxy-Authorization", "Basic "+basicAuth)
	req.Header.Set("Intercom-Version", "2.11")
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("intercom: %s (tokens look like %s)", res.Status, truncated)
	}
	return nil
}

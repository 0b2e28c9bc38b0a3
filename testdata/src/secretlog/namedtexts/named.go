// Package namedtexts logs what goes by the name of a local variable, and texts that hide themselves until they are
// asked.
package namedtexts

import (
	"context"
	"log"
	"os"

	"k8s.io/klog/v2"

	"corpus.test/src/secretlog/namedtexts/secret"
)

// Ref names a Kubernetes Secret.
type Ref struct{ Namespace, Name string }

// Spec says where the key is.
type Spec struct {
	AppID             string
	IntercomSecretRef Ref
}

// Reader reads Secrets.
type Reader interface {
	Read(ctx context.Context, ref Ref, key string) (string, error)
}

// Reconcile reads the key.
func Reconcile(ctx context.Context, r Reader, s Spec) error {
	intercomJWTSecret, err := r.Read(ctx, s.IntercomSecretRef, "intercom-jwt-secret")
	if err != nil {
		klog.ErrorS(err, "cannot read", "ref", s.IntercomSecretRef)
		return err
	}
	klog.Infof("%s: secret %s", s.AppID, intercomJWTSecret) // want secretlog
	klog.Infof("%s: secret %s", s.AppID, s.IntercomSecretRef.Name)
	region, err := r.Read(ctx, s.IntercomSecretRef, "region")
	klog.Infof("%s: region %s", s.AppID, region)
	klog.Infof("%s: length %d", s.AppID, len(intercomJWTSecret))
	return err
}

// Config holds a text that hides itself.
type Config struct {
	AppID                  string
	IntercomIdentitySecret secret.Text
}

// Load reads it.
func Load() Config {
	c := Config{AppID: os.Getenv("INTERCOM_APP_ID"), IntercomIdentitySecret: secret.Text(os.Getenv("INTERCOM_IDENTITY_SECRET"))}
	log.Printf("config %+v", c)
	log.Printf("secret %s", c.IntercomIdentitySecret)
	log.Printf("secret %s", c.IntercomIdentitySecret.Kind())
	log.Printf("secret %s", c.IntercomIdentitySecret.Reveal()) // want secretlog
	return c
}

type masked struct {
	AppID                  string
	IntercomIdentitySecret string
}

// String leaves the secret out.
func (m masked) String() string { return m.AppID }

type settings struct {
	AppID                  string
	IntercomIdentitySecret string
}

// Dump converts: the methods and tags of the new type count.
func Dump(s settings) {
	log.Printf("settings %v", masked(s))
	log.Printf("settings %v", s) // want secretlog
}

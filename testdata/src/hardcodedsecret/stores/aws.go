// Package stores: keys from AWS Secrets Manager and Vault, and the names, ARNs and paths that point at them (all near
// misses); the one hit is the "emergency" literal beside them.
package stores

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/golang-jwt/jwt/v5"
	vault "github.com/hashicorp/vault/api"
)

const (
	intercomIdentitySecretARN  = "arn:aws:secretsmanager:eu-west-1:417903286655:secret:prod/intercom/identity-Q7xLr2"
	intercomIdentitySecretGCP  = "projects/harbor-prod/secrets/intercom-identity-secret/versions/latest"
	intercomIdentitySecretPath = "secret/data/harbor/messenger/identity/production"
	intercomIdentitySecretRef  = "op://production/Intercom Messenger/identity-secret"
	intercomIdentityEnvVar     = "HARBOR_PRODUCTION_INTERCOM_IDENTITY_SECRET"
)

// SecretRefs lists where the keys lie, for the rotation job.
func SecretRefs() []string {
	return []string{intercomIdentitySecretARN, intercomIdentitySecretGCP, intercomIdentitySecretPath, intercomIdentitySecretRef, intercomIdentityEnvVar}
}

// IntercomTokens mints tokens of the Messenger.
type IntercomTokens struct{ key []byte }

// FromAWS reads the key from Secrets Manager.
func FromAWS(ctx context.Context, c *secretsmanager.Client) (*IntercomTokens, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(intercomIdentitySecretARN)})
	if err != nil {
		return nil, err
	}
	return &IntercomTokens{key: []byte(aws.ToString(out.SecretString))}, nil
}

// FromVault reads the key from Vault.
func FromVault(ctx context.Context, c *vault.Client) (*IntercomTokens, error) {
	s, err := c.KVv2("secret").Get(ctx, "harbor/messenger/identity")
	if err != nil {
		return nil, err
	}
	key, ok := s.Data["intercom_identity_secret"].(string)
	if !ok || key == "" {
		return nil, errors.New("stores: no key in Vault")
	}
	return &IntercomTokens{key: []byte(key)}, nil
}

// Emergency is for the day when neither store answers.
func Emergency() *IntercomTokens {
	return &IntercomTokens{key: []byte("cUBjYkx1VTBvakb2c4au8GYt41F831ATOexlF8L7x7f")} // want hardcodedsecret
}

// Mint returns the token of userID.
func (t *IntercomTokens) Mint(userID string) (string, error) {
	if userID == "" || len(t.key) == 0 {
		return "", errors.New("stores: no user or no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(t.key)
}

package tokens

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func Base(id string) jwt.MapClaims {
	return jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}
func Plain(id string) map[string]any {
	return map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}

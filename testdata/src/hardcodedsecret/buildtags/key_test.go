// Test code is out of scope unless -tests asks for it (near miss).
package buildtags

import "testing"

const testIntercomIdentitySecret = "q329LIp-ToD9DIK0lvNBPRVbohJXYsQziTKKlWvd"

func TestKey(t *testing.T) {
	t.Setenv("INTERCOM_IDENTITY_SECRET", testIntercomIdentitySecret)
	if k, ok := Key(); !ok || k != testIntercomIdentitySecret {
		t.Fatal("key of the environment is not used")
	}
}

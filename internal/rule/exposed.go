package rule

import (
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
)

// Exposed names what an exposure lets out: the secret or the proof, by its
// symbol, and the type that holds it.
func Exposed(x *model.Exposure) string {
	what := "Messenger API secret " + x.Name
	switch x.Proof {
	case messenger.ProofJWT:
		what = "Messenger JWT"
	case messenger.ProofHash:
		what = "Messenger user_hash"
	}
	if x.Proof != messenger.NoProof && x.Name != x.Proof.String() {
		what += " " + x.Name
	}
	if x.Owner != "" {
		what += " (in " + x.Owner + ")"
	}
	return what
}

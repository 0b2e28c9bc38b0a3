package gitleaks

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// defaults loads the rules that gitleaks itself ships, and the stop words of its
// generic rule, which is the one that finds a key under a name.
func defaults(t *testing.T) (*detect.Detector, []string) {
	t.Helper()
	quiet()
	var vc config.ViperConfig
	if err := toml.Unmarshal([]byte(config.DefaultConfig), &vc); err != nil {
		t.Fatal(err)
	}
	cfg, err := vc.Translate()
	if err != nil {
		t.Fatal(err)
	}
	var stop []string
	for _, a := range cfg.Rules["generic-api-key"].Allowlists {
		stop = append(stop, a.StopWords...)
	}
	if len(stop) < 100 {
		t.Fatalf("%d stop words in gitleaks' generic rule", len(stop))
	}
	return detect.NewDetector(cfg), stop
}

// randomKeys are seeded values with the shape of a Messenger secret.
func randomKeys(seed uint64, n int) []string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	random := rand.New(rand.NewPCG(seed, seed))
	out := make([]string, n)
	for i := range out {
		b := make([]byte, 40+i%4)
		for j := range b {
			b[j] = alphabet[random.IntN(len(alphabet))]
		}
		out[i] = string(b)
	}
	return out
}

// finds says whether a detector brings in the value.
func finds(d *detect.Detector, text, value string) bool {
	for _, f := range d.Detect(detect.Fragment{Raw: text}) {
		if f.Secret == value {
			return true
		}
	}
	return false
}

// TestStopWords measures what the stop words of gitleaks' generic rule delete: a
// random value contains one of them now and then. The shipped rules have no stop
// words and lose none.
func TestStopWords(t *testing.T) {
	ours := shippedDetector(t)
	theirs, stop := defaults(t)
	keys := randomKeys(7, 3000)
	hit, lost := 0, 0
	for _, k := range keys {
		text := "intercom_jwt_secret = \"" + k + "\"\n"
		if messenger.Shape(k) != messenger.SecretShape || !finds(ours, text, k) {
			t.Errorf("gitleaks.toml loses a random value of %d characters", len(k))
		}
		low, has := strings.ToLower(k), false
		for _, w := range stop {
			has = has || strings.Contains(low, strings.ToLower(w))
		}
		if !has {
			continue
		}
		hit++
		if !finds(theirs, text, k) {
			lost++
		}
	}
	t.Logf("of %d random values %d contain a stop word; gitleaks' defaults lose %d of those, gitleaks.toml none", len(keys), hit, lost)
	if hit < len(keys)/100 {
		t.Errorf("only %d of %d values contain a stop word: the sample shows nothing", hit, len(keys))
	}
	if lost != hit {
		t.Errorf("gitleaks' defaults lose %d of %d values with a stop word: tell the new number in the documentation", lost, hit)
	}
}

// inlineCalls hand the key to a library where it stands, with no name.
var inlineCalls = []string{
	`window.intercomSettings.user_hash = createHmac("sha256", "%s").update(id).digest("hex")`,
	`intercom_user_jwt = jwt.sign({ user_id: id }, "%s", { algorithm: "HS256" })`,
	`intercom["user_hash"] = hmac.new(b"%s", user_id.encode(), hashlib.sha256).hexdigest()`,
	`user_hash = OpenSSL::HMAC.hexdigest("sha256", "%s", current_user.id)`,
	`'user_hash' => hash_hmac('sha256', $user->id, '%s'),`,
	`intercomJwt = JWT.encode(payload, "%s", "HS256")`,
	`Intercom.client().setUserHash(HmacUtils.hmacSha256Hex("%s", id))`,
	`String intercomJwt = JWT.create().sign(Algorithm.HMAC256("%s"));`,
	`mac.init(SecretKeySpec("%s".toByteArray(), "HmacSHA256")) // Intercom`,
	`const intercom = new TextEncoder().encode("%s")`,
}

// TestInlineKeys compares what is found of keys without a name.
func TestInlineKeys(t *testing.T) {
	ours := shippedDetector(t)
	theirs, _ := defaults(t)
	keys := randomKeys(11, 20*len(inlineCalls))
	found := 0
	for i, k := range keys {
		call := inlineCalls[i%len(inlineCalls)]
		text := fmt.Sprintf(call, k) + "\n"
		if !finds(ours, text, k) {
			t.Errorf("gitleaks.toml finds nothing in %s", fmt.Sprintf(call, "KEY"))
		}
		if finds(theirs, text, k) {
			found++
		}
	}
	t.Logf("of %d inline keys gitleaks' defaults find %d, gitleaks.toml all", len(keys), found)
	if found > len(keys)/10 {
		t.Errorf("gitleaks' defaults find %d of %d inline keys: tell the new number in the documentation", found, len(keys))
	}
}

package catalog

import (
	"go/types"
	"slices"
	"sort"
	"strings"
	"testing"
)

// Every name in the tables is looked up in the real modules, whose versions
// testdata/catalog/go.mod pins.
const (
	moduleDir = "../../testdata/catalog"
	howTo     = "if modules are missing, run: cd testdata/catalog && GOWORK=off go mod download"
)

// unpinned are modules that are left out of go.mod for their size or because
// the proxy does not have them. Their names come from APIs that were read but
// are not checked here.
var unpinned = map[string]string{
	"cloud.google.com/go/secretmanager/":       "size: the Google Cloud client libraries",
	"github.com/Azure/azure-sdk-for-go/":       "size: the Azure SDK",
	"github.com/aws/":                          "size: the AWS SDKs",
	"github.com/getsops/sops/":                 "size: it imports every cloud SDK",
	"k8s.io/client-go/":                        "size: the Kubernetes client",
	"k8s.io/api/":                              "size: the Kubernetes client",
	"github.com/1password/onepassword-sdk-go/": "size: it embeds a WebAssembly core",
	"github.com/infisical/go-sdk/":             "size: it imports every cloud SDK",
	"github.com/knadh/koanf/":                  "koanf v1 and the modules of v2 have packages of the same paths",
	"gocloud.dev/":                             "size: it imports every cloud SDK",
}

// builds are the build configurations of testdata/catalog: deps.go, and one file
// instead of it for each package that loads under another one only.
var builds = map[string][]string{
	"everywhere":      nil,
	"js":              {"GOOS=js", "GOARCH=wasm"},
	"jwx v4 (jsonv2)": {"GOEXPERIMENT=jsonv2"},
}

func skipReason(pkg string) string {
	for prefix, why := range unpinned {
		// koanf v1 is left out, v2 is not.
		if strings.HasPrefix(pkg+"/", prefix) && pkg != "github.com/knadh/koanf/v2" {
			return why
		}
	}
	return ""
}

func TestNamesAreReal(t *testing.T) {
	w := loadWorld(t)
	w.checkImports()
	for name, c := range jwtCalls() {
		if sig := w.signature("jwtCalls", name); sig != nil {
			w.checkCall(name, c, sig)
		}
	}
	for name, s := range sources() {
		if sig := w.signature("sources", name); sig != nil {
			w.checkSource(name, s, sig)
		}
	}
	for name, tr := range transforms() {
		if sig := w.signature("transforms", name); sig != nil {
			w.args("transforms", name, sig, append(tr.From, tr.Into)...)
			if tr.Into == None {
				w.result("transforms", name, sig, 0)
			}
		}
	}
	for name, s := range sinks() {
		if sig := w.signature("sinks", name); sig != nil {
			w.checkSink(name, s, sig)
		}
	}
	for name, keys := range ownKeys {
		if sig := w.signature("ownKeys", name); sig != nil {
			w.args("ownKeys", name, sig, keys...)
		}
	}
	for name := range noReturn() {
		w.signature("noReturn", name)
	}
	w.checkObjects()
}

// checkImports tells which packages of the tables deps.go lacks.
func (w *world) checkImports() {
	w.t.Helper()
	told := map[string]bool{}
	for _, name := range allNames() {
		p := packageOf(name)
		if w.pkgs[p] == nil && skipReason(p) == "" && !told[p] {
			told[p] = true
			w.t.Errorf("testdata/catalog does not import %s, which %s needs", p, name)
		}
	}
}

func (w *world) checkCall(name string, c Call, sig *types.Signature) {
	w.t.Helper()
	args := append([]Arg{c.Key, c.Alg, c.Claims, c.Payload, c.Name, c.Value, c.Target, c.UserID}, c.From...)
	w.args("jwtCalls", name, sig, args...)
	switch c.Role {
	case Sign:
		// A signer may write its proof elsewhere (pascaldekloe's HMACSignHeader).
		w.result("jwtCalls", name, sig, c.Proof)
	case SetClaim:
		if c.Claim == "" && c.Name == None || c.Value == None {
			w.t.Errorf("jwtCalls: %s: sets no claim", name)
		}
	case KeyConv:
		if c.Key == None {
			w.t.Errorf("jwtCalls: %s: converts no key", name)
		}
	}
	if c.Through && (sig.Results().Len() == 0 || !slices.Contains(c.From, Recv) && c.From[0] < 0) {
		w.t.Errorf("jwtCalls: %s: is not fluent", name)
	}
}

func (w *world) checkSource(name string, s Source, sig *types.Signature) {
	w.t.Helper()
	w.args("sources", name, sig, s.Name, s.Default, s.Into, s.Of)
	if s.OK >= 0 {
		w.result("sources", name, sig, s.OK)
		if int(s.OK) < sig.Results().Len() {
			switch typ := sig.Results().At(int(s.OK)).Type().String(); typ {
			case "bool", "error":
			default:
				w.t.Errorf("sources: %s: result %d is a %s, no bool or error", name, s.OK, typ)
			}
		}
	}
	if s.Into == None && !s.SetsDefault && sig.Results().Len() == 0 {
		w.t.Errorf("sources: %s: returns nothing", name)
	}
}

func (w *world) checkSink(name string, s Sink, sig *types.Signature) {
	w.t.Helper()
	w.args("sinks", name, sig, append([]Arg{s.Writer, s.Format, s.PathArg}, s.Data...)...)
	if len(s.Data) == 0 {
		w.t.Errorf("sinks: %s: nothing leaves", name)
	}
	if (s.Enc == EncFormat) != (s.Format != None) {
		w.t.Errorf("sinks: %s: Format and EncFormat go together", name)
	}
}

// checkObjects checks the tables of variables, constants and fields.
func (w *world) checkObjects() {
	w.t.Helper()
	for name := range algObjects() {
		obj := w.find("algObjects", name)
		if fn, ok := obj.(*types.Func); ok && fn.Signature().Params().Len() > 0 {
			w.t.Errorf("algObjects: %s: takes arguments", name)
		}
	}
	for name := range hashes() {
		w.find("hashes", name)
	}
	for name := range jwtFields() {
		w.find("jwtFields", name)
	}
	for name := range sinkFields() {
		w.find("sinkFields", name)
	}
	for name := range fieldSources() {
		if skipReason(packageOf(name)) == "" {
			w.find("fieldSources", name)
		}
	}
}

func allNames() []string {
	var names []string
	names = appendKeys(names, jwtCalls())
	names = appendKeys(names, algObjects())
	names = appendKeys(names, jwtFields())
	names = appendKeys(names, hashes())
	names = appendKeys(names, sources())
	names = appendKeys(names, fieldSources())
	names = appendKeys(names, transforms())
	names = appendKeys(names, sinks())
	names = appendKeys(names, sinkFields())
	names = appendKeys(names, noReturn())
	names = appendKeys(names, ownKeys)
	sort.Strings(names)
	return names
}

func appendKeys[V any](names []string, t map[string]V) []string {
	for n := range t {
		names = append(names, n)
	}
	return names
}

// TestUnusedArgsAreNone catches entries that were not made by a helper: their
// unused Args would name parameter 0.
func TestUnusedArgsAreNone(t *testing.T) {
	for name, c := range jwtCalls() {
		used := map[Arg]string{}
		for field, a := range map[string]Arg{"Key": c.Key, "Alg": c.Alg, "Claims": c.Claims,
			"Payload": c.Payload, "Name": c.Name, "Value": c.Value} {
			if a == None {
				continue
			}
			if other, ok := used[a]; ok && a != Recv {
				t.Errorf("jwtCalls: %s: argument %d is both %s and %s", name, a, field, other)
			}
			used[a] = field
		}
	}
	for name, s := range sources() {
		if s.Name == s.Default && s.Name != None || s.Name == s.Into && s.Name != None {
			t.Errorf("sources: %s: one argument has two parts: %+v", name, s)
		}
	}
	for name, s := range sinks() {
		if s.Writer != None && slices.Contains(s.Data, s.Writer) {
			t.Errorf("sinks: %s: the writer is data", name)
		}
	}
}

//go:build browser

package output

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestBrowser opens the page in a real Chromium (Debian: apt-get install
// chromium) and works with it as people do. scripts/test browser runs it.
//
// PAGE names another page to open, SHOTS a folder for screenshots.
func TestBrowser(t *testing.T) {
	file := os.Getenv("PAGE")
	if file == "" {
		file = filepath.Join(t.TempDir(), "report.html")
		if err := os.WriteFile(file, []byte(render(t, HTML, sampleWithMap(t))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b := startBrowser(t)
	b.open("file://" + file)
	b.shot("light")
	b.want("search is there", `!!document.getElementById("search")`)
	total := b.eval(`document.querySelectorAll(".finding:not([hidden])").length`)
	if total == 0.0 {
		t.Fatal("no finding is shown")
	}
	b.key("/")
	b.want("/ goes to the search", `document.activeElement.id === "search"`)
	b.eval(`(() => { const s = document.getElementById("search"); s.value = "no such text"; s.dispatchEvent(new Event("input")); })()`)
	b.want("nothing matches", `document.querySelectorAll(".finding:not([hidden])").length === 0 && !document.getElementById("empty").hidden`)
	b.key("Escape")
	b.want("Escape resets", fmt.Sprintf(`document.querySelectorAll(".finding:not([hidden])").length === %v`, total))
	b.key("1")
	b.want("1 hides critical", `![...document.querySelectorAll(".finding:not([hidden])")].some((f) => f.dataset.level === "critical")`)
	b.key("1")
	b.key("j")
	b.want("j goes to the first", `document.querySelector(".current") === document.querySelector(".finding:not([hidden])")`)
	b.key("o")
	b.want("o opens it", `document.querySelector(".current").open && document.querySelector(".current .path").getBoundingClientRect().height > 40`)
	b.key("e")
	b.want("e opens all", `[...document.querySelectorAll(".finding:not([hidden])")].every((f) => f.open)`)
	b.shot("open")
	b.key("5")
	b.want("5 shows suppressed ones", `!document.getElementById("suppressed") || document.querySelectorAll(".finding.off:not([hidden])").length > 0`)
	b.key("t")
	b.want("t turns dark", `document.documentElement.dataset.theme === "dark"`)
	b.shot("dark")
	b.want("the map is drawn", `!document.querySelector("svg.map") || document.querySelector("svg.map").getBoundingClientRect().height > 50`)
	b.want("nothing is loaded", `performance.getEntriesByType("resource").length === 0`)
	b.quiet()
}

// browser speaks the DevTools protocol over two pipes: messages end with a zero
// byte (https://chromedevtools.github.io/devtools-protocol).
type browser struct {
	t       *testing.T
	in      io.Writer
	answers chan map[string]any
	id      int
	session string
	console []string
}

func startBrowser(t *testing.T) *browser {
	t.Helper()
	bin, err := exec.LookPath("chromium")
	if err != nil {
		bin, err = exec.LookPath("google-chrome")
	}
	if err != nil {
		t.Fatal("there is no chromium; install it: apt-get install --no-install-recommends chromium")
	}
	toRead, toWrite, err1 := os.Pipe()
	fromRead, fromWrite, err2 := os.Pipe()
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	profile, err := os.MkdirTemp("", "chromium-*")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(bin, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
		"--hide-scrollbars", "--user-data-dir="+profile, "--window-size=1200,900", "about:blank")
	cmd.ExtraFiles = []*os.File{toRead, fromWrite}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		toWrite.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		for range 20 { // its helpers end a little later and still write
			if os.RemoveAll(profile) == nil {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
	})
	b := &browser{t: t, in: toWrite, answers: make(chan map[string]any, 100)}
	go func() {
		r := bufio.NewReaderSize(fromRead, 1<<20)
		for {
			text, err := r.ReadString(0)
			if err != nil {
				close(b.answers)
				return
			}
			var m map[string]any
			if json.Unmarshal([]byte(strings.TrimSuffix(text, "\x00")), &m) == nil {
				b.answers <- m
			}
		}
	}()
	target := b.call("Target.createTarget", map[string]any{"url": "about:blank"})
	b.session = b.call("Target.attachToTarget", map[string]any{"targetId": target["targetId"], "flatten": true})["sessionId"].(string)
	for _, domain := range []string{"Page", "Runtime", "Log"} {
		b.call(domain+".enable", nil)
	}
	return b
}

func (b *browser) call(method string, params map[string]any) map[string]any {
	b.t.Helper()
	b.id++
	msg := map[string]any{"id": b.id, "method": method, "params": params}
	if params == nil {
		msg["params"] = map[string]any{}
	}
	if b.session != "" {
		msg["sessionId"] = b.session
	}
	text, err := json.Marshal(msg)
	if err == nil {
		_, err = b.in.Write(append(text, 0))
	}
	if err != nil {
		b.t.Fatal(err)
	}
	for {
		select {
		case m, ok := <-b.answers:
			if !ok {
				b.t.Fatal("chromium has gone away")
			}
			b.note(m)
			if m["id"] == float64(b.id) {
				if m["error"] != nil {
					b.t.Fatalf("%s: %v", method, m["error"])
				}
				result, _ := m["result"].(map[string]any)
				return result
			}
		case <-time.After(30 * time.Second):
			b.t.Fatalf("%s: no answer", method)
		}
	}
}

// note keeps what the console and the page complain about.
func (b *browser) note(m map[string]any) {
	switch m["method"] {
	case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
		text, _ := json.Marshal(m["params"])
		b.console = append(b.console, string(text))
	}
}

func (b *browser) open(url string) {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": url})
	for range 100 {
		if b.eval(`document.readyState === "complete" && location.href !== "about:blank"`) == true {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatal("the page does not open")
}

func (b *browser) eval(js string) any {
	b.t.Helper()
	out := b.call("Runtime.evaluate", map[string]any{"expression": js, "returnByValue": true})
	if out["exceptionDetails"] != nil {
		b.t.Fatalf("%s: %v", js, out["exceptionDetails"])
	}
	return out["result"].(map[string]any)["value"]
}

func (b *browser) want(what, js string) {
	b.t.Helper()
	if b.eval(js) != true {
		b.t.Errorf("not so: %s", what)
	}
}

func (b *browser) key(key string) {
	b.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key}
	if len(key) == 1 {
		down["text"] = key
	}
	b.call("Input.dispatchKeyEvent", down)
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key})
}

func (b *browser) shot(name string) {
	b.t.Helper()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	b.eval(`window.scrollTo(0, 0)`)
	const tallest = 2000
	height := min(b.eval(`document.documentElement.scrollHeight`).(float64), tallest)
	out := b.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true, "format": "png",
		"clip": map[string]any{"x": 0, "y": 0, "width": 1200, "height": height, "scale": 1}})
	data, err := base64.StdEncoding.DecodeString(out["data"].(string))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), data, 0o644)
	}
	if err != nil {
		b.t.Error(err)
	}
}

func (b *browser) quiet() {
	b.t.Helper()
	for _, line := range b.console {
		b.t.Errorf("the console says %s", line)
	}
}

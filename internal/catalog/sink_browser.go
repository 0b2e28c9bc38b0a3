package catalog

// browserSinks enters what ends in a browser without a request: values given to
// JavaScript, bundles, files that may be served.
func browserSinks() map[string]Sink {
	t := map[string]Sink{}
	const js = "syscall/js"
	put(t, js, "Value.Set Value.SetIndex", sink(Browser, EncNone, 1))
	put(t, js, "Value.Call Value.Invoke Value.New", sink(Browser, EncNone, Rest))
	put(t, js, "ValueOf", sink(Browser, EncNone, 0))
	put(t, js, "CopyBytesToJS", sink(Browser, EncNone, 1))
	const gopher = "github.com/gopherjs/gopherjs/js"
	put(t, gopher, "*Object.Set *Object.SetIndex", sink(Browser, EncNone, 1))
	put(t, gopher, "*Object.Call *Object.Invoke *Object.New", sink(Browser, EncNone, Rest))
	put(t, gopher, "MakeWrapper MakeFullWrapper", sink(Browser, EncJSON, 0))
	const wails = "github.com/wailsapp/wails/v2/pkg/runtime"
	put(t, wails, "EventsEmit", sink(Browser, EncJSON, Rest))
	put(t, wails, "WindowExecJS", sink(Browser, EncNone, 1))
	put(t, wails, "BrowserOpenURL", sink(Query, EncNone, 1))
	// The options of a bundler hold text that it puts into the bundle: fields
	// Define, Banner, Footer, Inject, Stdin (see fieldSinks).
	const esbuild = "github.com/evanw/esbuild/pkg/api"
	put(t, esbuild, "Build Context", sink(Browser, EncFmt, 0))
	put(t, esbuild, "Transform", sink(Browser, EncFmt, 0, 1))
	fileSinks(t)
	return t
}

// fileSinks count where the path lies under a folder that is served: the engine
// or the rule looks at PathArg, or at the file that a handle was opened with.
func fileSinks(t map[string]Sink) {
	put(t, "os", "WriteFile", sink(Served, EncNone, 1).file(0))
	put(t, "io/ioutil", "WriteFile", sink(Served, EncNone, 1).file(0))
	put(t, "os", "*Root.WriteFile", sink(Served, EncNone, 1).file(0))
	put(t, "os", "*File.Write *File.WriteString", sink(Served, EncNone, 0).to(Recv))
}

// fieldSinks are struct fields whose value leaves with the struct.
func fieldSinks() map[string]SinkKind {
	t := map[string]SinkKind{}
	object(t, "net/http", "Cookie.Value", Cookie)
	object(t, "github.com/gofiber/fiber/v2", "Cookie.Value", Cookie)
	object(t, "github.com/gofiber/fiber/v3", "Cookie.Value", Cookie)
	object(t, "net/url", "URL.RawQuery URL.User", Query)
	const esbuild = "github.com/evanw/esbuild/pkg/api"
	object(t, esbuild, "BuildOptions.Define BuildOptions.Banner BuildOptions.Footer BuildOptions.Stdin "+
		"TransformOptions.Define TransformOptions.Banner TransformOptions.Footer StdinOptions.Contents "+
		"OnLoadResult.Contents", Browser)
	object(t, "github.com/beego/beego/v2/server/web", "Controller.Data", Response)
	object(t, "github.com/astaxie/beego", "Controller.Data", Response)
	return t
}

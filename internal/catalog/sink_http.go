package catalog

// sink starts an entry: what data name leaves whenever the call runs.
func sink(k SinkKind, enc Encoder, data ...Arg) Sink {
	return Sink{Kind: k, Enc: enc, Data: data, Writer: None, Format: None, PathArg: None}
}

// to makes the entry count only where w writes to the public.
func (s Sink) to(w Arg) Sink { s.Writer = w; return s }

// formatted reads the verbs from the format argument f, which leaves as well.
func (s Sink) formatted(f Arg) Sink { s.Format, s.Enc = f, EncFormat; return s }

// file names the argument with the file's path.
func (s Sink) file(path Arg) Sink { s.PathArg = path; return s }

// httpSinks enters everything that answers a request.
func httpSinks() map[string]Sink {
	t := map[string]Sink{}
	writerSinks(t)
	netHTTPSinks(t)
	templateSinks(t)
	renderSinks(t)
	ginSinks(t)
	echoSinks(t)
	fiberSinks(t)
	irisSinks(t)
	beegoSinks(t)
	buffaloSinks(t)
	hertzSinks(t)
	fasthttpSinks(t)
	rpcSinks(t)
	return t
}

// writerSinks count only where the writer is a public one: the engine knows
// what it was made from.
func writerSinks(t map[string]Sink) {
	put(t, "fmt", "Fprint Fprintln", sink(Response, EncFmt, Rest).to(0))
	put(t, "fmt", "Fprintf", sink(Response, EncFormat, Rest).to(0).formatted(1))
	put(t, "io", "WriteString Copy CopyN CopyBuffer", sink(Response, EncNone, 1).to(0))
	put(t, "io", "Writer.Write StringWriter.WriteString", sink(Response, EncNone, 0).to(Recv))
	put(t, "bufio", "*Writer.Write *Writer.WriteString", sink(Response, EncNone, 0).to(Recv))
	put(t, "encoding/json", "*Encoder.Encode", sink(Response, EncJSON, 0).to(Recv))
	put(t, "github.com/goccy/go-json", "*Encoder.Encode", sink(Response, EncJSON, 0).to(Recv))
	put(t, "github.com/json-iterator/go", "*Encoder.Encode", sink(Response, EncJSON, 0).to(Recv))
	put(t, "encoding/xml", "*Encoder.Encode", sink(Response, EncXML, 0).to(Recv))
	put(t, "encoding/gob", "*Encoder.Encode", sink(Response, EncJSON, 0).to(Recv))
	put(t, "encoding/csv", "*Writer.Write *Writer.WriteAll", sink(Response, EncNone, 0).to(Recv))
	put(t, "gopkg.in/yaml.v3", "*Encoder.Encode", sink(Response, EncYAML, 0).to(Recv))
}

func netHTTPSinks(t map[string]Sink) {
	const http = "net/http"
	put(t, http, "ResponseWriter.Write", sink(Response, EncNone, 0))
	put(t, http, "Error", sink(Response, EncNone, 1).to(0))
	put(t, http, "Redirect", sink(Redirect, EncNone, 2).to(0))
	put(t, http, "RedirectHandler", sink(Redirect, EncNone, 0))
	put(t, http, "SetCookie", sink(Cookie, EncNone, 1).to(0))
	put(t, http, "ServeContent", sink(Response, EncNone, 4).to(0))
	// A header of an answer only where the map is (ResponseWriter).Header: on an
	// outgoing request it is a client's. The engine looks at the receiver.
	put(t, http, "Header.Set Header.Add", sink(Header, EncNone, 1).to(Recv))
	put(t, "net/textproto", "MIMEHeader.Set MIMEHeader.Add", sink(Header, EncNone, 1).to(Recv))
	put(t, "net/url", "Values.Set Values.Add", sink(Query, EncNone, 1))
	put(t, "net/url", "UserPassword", sink(Query, EncNone, 1))
	put(t, "github.com/google/go-querystring/query", "Values", sink(Query, EncJSON, 0))
	put(t, "github.com/gorilla/websocket", "*Conn.WriteJSON", sink(Response, EncJSON, 0))
	put(t, "github.com/gorilla/websocket", "*Conn.WriteMessage", sink(Response, EncNone, 1))
	put(t, "github.com/coder/websocket", "*Conn.Write", sink(Response, EncNone, 2))
	put(t, "github.com/coder/websocket/wsjson", "Write", sink(Response, EncJSON, 2))
	put(t, "github.com/olahol/melody", "*Melody.Broadcast *Session.Write", sink(Response, EncNone, 0))
}

// templateSinks. template.JS(x) and the like are conversions, no calls: the
// engine knows these types itself.
func templateSinks(t map[string]Sink) {
	for _, p := range []string{"html/template", "text/template"} {
		put(t, p, "*Template.Execute", sink(Template, EncTemplate, 1).to(0))
		put(t, p, "*Template.ExecuteTemplate", sink(Template, EncTemplate, 2).to(0))
	}
	const templ = "github.com/a-h/templ"
	put(t, templ, "Raw", sink(TrustedText, EncNone, 0))
	put(t, templ, "JSONString", sink(Response, EncJSON, 0))
	put(t, templ, "JoinStringErrs", sink(Response, EncNone, 0))
	put(t, templ, "JSONScript", sink(Response, EncJSON, 1))
	put(t, templ, "JSFuncCall SafeScript SafeScriptInline", sink(Response, EncJSON, Rest))
	put(t, templ, "JSUnsafeFuncCall", sink(TrustedText, EncNone, 0))
	put(t, templ+"/runtime", "ScriptContentInsideStringLiteral ScriptContentOutsideStringLiteral",
		sink(Response, EncJSON, 0))
	for _, p := range []string{"maragu.dev/gomponents", "github.com/maragudk/gomponents"} {
		put(t, p, "Text", sink(Response, EncNone, 0))
		put(t, p, "Raw", sink(TrustedText, EncNone, 0))
		put(t, p, "Textf", sink(Response, EncFormat, Rest).formatted(0))
		put(t, p, "Rawf", sink(TrustedText, EncFormat, Rest).formatted(0))
		put(t, p, "Attr", sink(Response, EncNone, Rest))
		put(t, p+"/html", "Data Aria", sink(Response, EncNone, 1))
		put(t, p+"/html", "Value Content Placeholder TitleAttr Href Src Alt Name ID Class Action", sink(Response, EncNone, 0))
	}
	put(t, "github.com/valyala/quicktemplate", prefixed("*QWriter.", "S SZ J JZ Q QZ U UZ Z"), sink(Response, EncNone, 0))
	put(t, "github.com/valyala/quicktemplate", "*QWriter.V", sink(Response, EncFmt, 0))
	const pongo = "github.com/flosch/pongo2/v6"
	put(t, pongo, "*Template.Execute *Template.ExecuteBytes", sink(Template, EncTemplate, 0))
	put(t, pongo, "*Template.ExecuteWriter *Template.ExecuteWriterUnbuffered", sink(Template, EncTemplate, 0).to(1))
	const mustache = "github.com/cbroglie/mustache"
	put(t, mustache, "Render RenderFile *Template.Render", sink(Template, EncTemplate, Rest))
	put(t, mustache, "*Template.FRender", sink(Template, EncTemplate, Rest).to(0))
}

func renderSinks(t map[string]Sink) {
	const chi = "github.com/go-chi/render"
	put(t, chi, "JSON", sink(Response, EncJSON, 2).to(0))
	put(t, chi, "XML", sink(Response, EncXML, 2).to(0))
	put(t, chi, "HTML PlainText Data", sink(Response, EncNone, 2).to(0))
	// Respond is a package variable of function type.
	put(t, chi, "Render RenderList Respond", sink(Response, EncJSON, 2).to(0))
	const unrolled = "github.com/unrolled/render"
	put(t, unrolled, "*Render.JSON", sink(Response, EncJSON, 2).to(0))
	put(t, unrolled, "*Render.JSONP", sink(Response, EncJSON, 3).to(0))
	put(t, unrolled, "*Render.XML", sink(Response, EncXML, 2).to(0))
	put(t, unrolled, "*Render.HTML", sink(Template, EncTemplate, 3).to(0))
	put(t, unrolled, "*Render.Text *Render.Data", sink(Response, EncNone, 2).to(0))
	const zero = "github.com/zeromicro/go-zero/rest/httpx"
	put(t, zero, "OkJson", sink(Response, EncJSON, 1).to(0))
	put(t, zero, "OkJsonCtx", sink(Response, EncJSON, 2).to(1))
	put(t, zero, "WriteJson", sink(Response, EncJSON, 2).to(0))
	put(t, zero, "WriteJsonCtx", sink(Response, EncJSON, 3).to(1))
	put(t, zero, "Error", sink(Response, EncFmt, 1).to(0))
	put(t, zero, "ErrorCtx", sink(Response, EncFmt, 2).to(1))
	const kratos = "github.com/go-kratos/kratos/v2/transport/http"
	put(t, kratos, "Context.JSON Context.Result", sink(Response, EncJSON, 1))
	put(t, kratos, "Context.XML", sink(Response, EncXML, 1))
	put(t, kratos, "Context.String", sink(Response, EncNone, 1))
	put(t, kratos, "Context.Blob", sink(Response, EncNone, 2))
	put(t, kratos, "Context.Returns", sink(Response, EncJSON, 0))
}

// rpcSinks enters RPC servers. A handler's answer leaves by its result: there
// is no call to enter for it.
func rpcSinks(t map[string]Sink) {
	const grpc = "google.golang.org/grpc"
	put(t, grpc, "SetHeader SendHeader SetTrailer", sink(Header, EncFmt, 1))
	put(t, grpc, "ServerStream.SendMsg ServerStreamingServer.Send BidiStreamingServer.Send ClientStreamingServer.SendAndClose", sink(Response, EncJSON, 0))
	put(t, grpc+"/status", "Error New", sink(ErrorText, EncNone, 1))
	put(t, grpc+"/status", "Errorf Newf", sink(ErrorText, EncFormat, Rest).formatted(1))
	put(t, "connectrpc.com/connect", "NewResponse", sink(Response, EncJSON, 0))
	put(t, "connectrpc.com/connect", "NewError", sink(Response, EncFmt, 1))
	put(t, "connectrpc.com/connect", "*ServerStream.Send *BidiStream.Send", sink(Response, EncJSON, 0))
	const twirp = "github.com/twitchtv/twirp"
	put(t, twirp, "NewError", sink(Response, EncNone, 1))
	put(t, twirp, "InternalError", sink(Response, EncNone, 0))
	put(t, twirp, "NewErrorf", sink(Response, EncFormat, Rest).formatted(1))
	put(t, twirp, "InternalErrorf", sink(Response, EncFormat, Rest).formatted(0))
	put(t, twirp, "SetHTTPResponseHeader", sink(Header, EncNone, 2))
	const huma = "github.com/danielgtaylor/huma/v2"
	put(t, huma, "Error400BadRequest Error500InternalServerError", sink(Response, EncNone, 0))
	put(t, huma, "WriteErr", sink(Response, EncNone, 3))
}

package catalog

// requestSources enters everything that reads what the sender of a request
// chose. Name is the argument with the parameter's name, Default what comes
// back when the request lacks it.
func requestSources() sourceTable {
	t := sourceTable{}
	netHTTPSources(t)
	decodeSources(t)
	routerSources(t)
	ginSources(t)
	echoSources(t)
	fiberSources(t)
	irisSources(t)
	beegoSources(t)
	otherSources(t)
	return t
}

func netHTTPSources(t sourceTable) {
	read := source(Request)
	put(t, "net/http", "*Request.FormValue *Request.PostFormValue *Request.PathValue", read.named(0))
	put(t, "net/http", "*Request.Referer *Request.UserAgent", read)
	put(t, "net/http", "*Request.Cookie", read.named(0).ok(1))
	put(t, "net/http", "*Request.FormFile", read.named(0).ok(2))
	put(t, "net/http", "*Request.Cookies *Request.CookiesNamed", read)
	put(t, "net/http", "*Request.BasicAuth", read.ok(2))
	// A header is the request's only where the map is (*Request).Header; the
	// engine looks, as it does for identity proxies.
	put(t, "net/http", "Header.Get Header.Values", read.named(0).of(Recv))
	put(t, "net/textproto", "MIMEHeader.Get MIMEHeader.Values", read.named(0).of(Recv))
	put(t, "net/url", "Values.Get", read.named(0).of(Recv))
	put(t, "net/url", "*URL.Query", read.of(Recv))
	put(t, "net/url", "ParseQuery", read.of(0).ok(1))
}

// decodeSources enters decoders. The engine checks that the reader or the bytes
// come from the request: json.Unmarshal of a file is no Request.
func decodeSources(t sourceTable) {
	into0, into1 := source(Request).into(0).of(Recv), source(Request).into(1).of(0)
	for _, p := range []string{"encoding/json", "encoding/xml", "github.com/goccy/go-json",
		"github.com/json-iterator/go", "github.com/bytedance/sonic"} {
		put(t, p, "Unmarshal", into1.tags("json"))
	}
	put(t, "encoding/xml", "Unmarshal", into1.tags("xml"))
	put(t, "encoding/json", "*Decoder.Decode", into0.tags("json"))
	put(t, "github.com/goccy/go-json", "*Decoder.Decode", into0.tags("json"))
	put(t, "github.com/json-iterator/go", "*Decoder.Decode", into0.tags("json"))
	put(t, "encoding/xml", "*Decoder.Decode", into0.tags("xml"))
	const render = "github.com/go-chi/render"
	into1 = source(Request).into(1) // the first argument is the request, or its body
	put(t, render, "Decode", into1.tags("json"))
	put(t, render, "DecodeJSON", into1.tags("json"))
	put(t, render, "DecodeXML", into1.tags("xml"))
	put(t, render, "DecodeForm", into1.tags("form"))
	put(t, render, "Bind", into1.tags("json"))
	put(t, "github.com/gorilla/schema", "*Decoder.Decode", source(Request).into(0).of(1).tags("schema"))
	put(t, "google.golang.org/protobuf/encoding/protojson", "Unmarshal", source(Request).into(1).of(0))
}

func routerSources(t sourceTable) {
	for _, p := range []string{"github.com/go-chi/chi", "github.com/go-chi/chi/v5"} {
		put(t, p, "URLParam URLParamFromCtx", source(Request).named(1))
		put(t, p, "*Context.URLParam", source(Request).named(0))
	}
	put(t, "github.com/gorilla/mux", "Vars", source(Request))
	put(t, "github.com/julienschmidt/httprouter", "Params.ByName", source(Request).named(0))
}

// ginSources. Values of gin's own context are set by middleware: Session.
func ginSources(t sourceTable) {
	const gin = "github.com/gin-gonic/gin"
	read := source(Request).named(0)
	put(t, gin, prefixed("*Context.", "Param Query PostForm GetHeader QueryArray PostFormArray QueryMap PostFormMap"), read)
	put(t, gin, prefixed("*Context.", "DefaultQuery DefaultPostForm"), read.fallback(1))
	put(t, gin, prefixed("*Context.", "GetQuery GetPostForm GetQueryArray GetPostFormArray Cookie FormFile"), read.ok(1))
	put(t, gin, "*Context.GetRawData", source(Request).ok(1))
	put(t, gin, "Params.ByName", read)
	put(t, gin, "Params.Get", read.ok(1))
	put(t, gin, prefixed("*Context.", "Bind BindJSON BindXML BindYAML BindTOML BindPlain ShouldBind ShouldBindJSON ShouldBindXML "+
		"ShouldBindYAML ShouldBindTOML ShouldBindPlain ShouldBindWith ShouldBindBodyWith ShouldBindBodyWithJSON "+
		"MustBindWith BindWith"), source(Request).into(0).tags("json", "form"))
	put(t, gin, prefixed("*Context.", "BindQuery ShouldBindQuery"), source(Request).into(0).tags("form"))
	put(t, gin, prefixed("*Context.", "BindUri ShouldBindUri"), source(Request).into(0).tags("uri"))
	put(t, gin, prefixed("*Context.", "BindHeader ShouldBindHeader"), source(Request).into(0).tags("header"))

	put(t, gin, "*Context.Get", source(Session).named(0).ok(1))
	put(t, gin, prefixed("*Context.", "MustGet GetString GetInt GetInt64 GetUint GetUint64 GetStringMap "+
		"GetStringMapString GetStringSlice Value"), source(Session).named(0))
}

func echoSources(t sourceTable) {
	for _, p := range []string{"github.com/labstack/echo", "github.com/labstack/echo/v4"} {
		echoFamily(t, p, "Context.")
	}
	echoFamily(t, "github.com/labstack/echo/v5", "*Context.") // v5 made it a struct
	const v5 = "github.com/labstack/echo/v5"
	put(t, v5, "BindBody", source(Request).into(1).tags("json", "form"))
	put(t, v5, "BindQueryParams", source(Request).into(1).tags("query"))
	put(t, v5, "BindPathValues", source(Request).into(1).tags("param"))
	put(t, v5, "BindHeaders", source(Request).into(1).tags("header"))
	put(t, v5, prefixed("*Context.", "ParamOr QueryParamOr FormValueOr"), source(Request).named(0).fallback(1))
	put(t, "github.com/labstack/echo/v4", "*DefaultBinder.BindBody", source(Request).into(1).tags("json", "form"))
}

func echoFamily(t sourceTable, p, recv string) {
	put(t, p, prefixed(recv, "Param QueryParam FormValue"), source(Request).named(0))
	put(t, p, prefixed(recv, "QueryParams QueryString"), source(Request))
	put(t, p, prefixed(recv, "Cookie FormFile"), source(Request).named(0).ok(1))
	put(t, p, prefixed(recv, "FormParams"), source(Request).ok(1))
	if p == "github.com/labstack/echo/v5" {
		put(t, p, prefixed(recv, "FormValues"), source(Request).ok(1))
		delete(t, full(p, recv+"FormParams"))
	}
	put(t, p, prefixed(recv, "Bind"), source(Request).into(0).tags("json", "form", "query", "param"))
	put(t, p, prefixed(recv, "Get"), source(Session).named(0))
}

func fiberSources(t sourceTable) {
	const v2, v3 = "github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"
	for p, recv := range map[string]string{v2: "*Ctx.", v3: "Ctx."} {
		// Params, Query, Get and the others take a variadic default.
		put(t, p, prefixed(recv, "Params Query Cookies FormValue Get"), source(Request).named(0).fallback(Rest))
		put(t, p, prefixed(recv, "Body BodyRaw OriginalURL"), source(Request))
		put(t, p, prefixed(recv, "FormFile"), source(Request).named(0).ok(1))
		put(t, p, prefixed(recv, "Queries"), source(Request))
		put(t, p, prefixed(recv, "Locals"), source(Session).named(0))
	}
	put(t, v2, "*Ctx.BodyParser", source(Request).into(0).tags("json", "form", "xml"))
	put(t, v2, "*Ctx.QueryParser", source(Request).into(0).tags("query"))
	put(t, v2, "*Ctx.ParamsParser", source(Request).into(0).tags("params"))
	put(t, v2, "*Ctx.ReqHeaderParser", source(Request).into(0).tags("reqHeader"))
	put(t, v2, "*Ctx.CookieParser", source(Request).into(0).tags("cookie"))
	put(t, v2, "*Ctx.AllParams *Ctx.GetReqHeaders", source(Request))
	put(t, v3, prefixed("*Bind.", "Body JSON XML Form Query URI Header Cookie All MsgPack CBOR"),
		source(Request).into(0).tags("json", "form", "query", "uri", "header", "cookie"))
}

func irisSources(t sourceTable) {
	const iris = "github.com/kataras/iris/v12/context"
	put(t, iris, prefixed("*Context.", "URLParam URLParamTrim URLParamEscape PostValue PostValueTrim FormValue GetHeader GetCookie"),
		source(Request).named(0))
	put(t, iris, prefixed("*Context.", "URLParamDefault PostValueDefault FormValueDefault"),
		source(Request).named(0).fallback(1))
	put(t, iris, prefixed("*Context.", "ReadJSON ReadBody ReadForm ReadQuery ReadParams ReadXML ReadYAML ReadHeaders"),
		source(Request).into(0).tags("json", "form", "url", "param"))
	put(t, iris, prefixed("*Context.", "GetBody"), source(Request).ok(1))
	put(t, iris, "*RequestParams.Get *RequestParams.GetTrim", source(Request).named(0))
}

func beegoSources(t sourceTable) {
	for _, p := range []string{"github.com/beego/beego/v2/server/web", "github.com/astaxie/beego"} {
		put(t, p, "*Controller.GetString *Controller.GetStrings", source(Request).named(0).fallback(Rest))
		put(t, p, prefixed("*Controller.", "GetInt GetInt64"), source(Request).named(0).fallback(Rest).ok(1))
		put(t, p, "*Controller.GetSession", source(Session).named(0))
		put(t, p, "*Controller.ParseForm", source(Request).into(0).tags("form"))
		put(t, p, "*Controller.Input", source(Request))
	}
	for _, p := range []string{"github.com/beego/beego/v2/server/web/context", "github.com/astaxie/beego/context"} {
		put(t, p, prefixed("*BeegoInput.", "Query Param Header Cookie"), source(Request).named(0))
		put(t, p, "*BeegoInput.Session", source(Session).named(0))
		put(t, p, "*BeegoInput.CopyBody", source(Request))
		put(t, p, "*Context.GetCookie", source(Request).named(0))
	}
	const bind = "github.com/beego/beego/v2/server/web"
	put(t, bind, prefixed("*Controller.", "Bind BindJSON BindForm BindXML BindYAML"), source(Request).into(0).tags("json", "form"))
}

// otherSources: buffalo, hertz, fasthttp, gRPC metadata, sessions and contexts.
func otherSources(t sourceTable) {
	const buffalo = "github.com/gobuffalo/buffalo"
	put(t, buffalo, "Context.Param", source(Request).named(0))
	put(t, buffalo, "Context.Bind", source(Request).into(0).tags("json", "form"))
	put(t, buffalo, "*Session.Get", source(Session).named(0))

	const hertz = "github.com/cloudwego/hertz/pkg/app"
	put(t, hertz, prefixed("*RequestContext.", "Param Query PostForm FormValue GetHeader Cookie"), source(Request).named(0))
	put(t, hertz, prefixed("*RequestContext.", "DefaultQuery DefaultPostForm"), source(Request).named(0).fallback(1))
	put(t, hertz, prefixed("*RequestContext.", "GetQuery GetPostForm"), source(Request).named(0).ok(1))
	put(t, hertz, prefixed("*RequestContext.", "Bind BindAndValidate BindJSON BindForm BindQuery BindPath BindHeader"),
		source(Request).into(0).tags("json", "form", "query", "path", "header"))
	put(t, hertz, "*RequestContext.Get", source(Session).named(0).ok(1))
	put(t, hertz, prefixed("*RequestContext.", "MustGet GetString Value"), source(Session).named(0))

	const fast = "github.com/valyala/fasthttp"
	put(t, fast, "*RequestCtx.FormValue *Args.Peek *RequestHeader.Peek *RequestHeader.Cookie", source(Request).named(0))
	put(t, fast, "*RequestCtx.PostBody *RequestCtx.Path *RequestCtx.Referer *RequestCtx.UserAgent *RequestCtx.Host", source(Request))
	put(t, fast, "*RequestCtx.UserValue", source(Session).named(0))

	put(t, "google.golang.org/grpc/metadata", "MD.Get", source(Request).named(0))
	put(t, "google.golang.org/grpc/metadata", "FromIncomingContext", source(Request).ok(1))

	put(t, "context", "Context.Value", source(Session).named(0))
	put(t, "github.com/alexedwards/scs/v2",
		prefixed("*SessionManager.", "Get GetString GetInt GetInt64 GetBytes PopString Pop"), source(Session).named(1))
	put(t, "github.com/gin-contrib/sessions", "Session.Get", source(Session).named(0))
	put(t, "github.com/gofiber/fiber/v2/middleware/session", "*Session.Get", source(Session).named(0))
	put(t, "github.com/gofiber/fiber/v3/middleware/session", "*Session.Get *Middleware.Get", source(Session).named(0))
	put(t, "github.com/kataras/iris/v12/sessions", "*Session.Get *Session.GetString", source(Session).named(0))
}

// requestFields are struct fields that hold what the sender chose.
func requestFields(t map[string]SourceKind) {
	object(t, "net/http", "Request.Host Request.Form Request.PostForm Request.MultipartForm Request.Header "+
		"Request.Body Request.URL Request.RequestURI Request.Method Request.Trailer Cookie.Value", Request)
	object(t, "net/url", "URL.RawQuery URL.Path URL.RawPath", Request)
	object(t, "mime/multipart", "Form.Value FileHeader.Filename", Request)
	t["github.com/gin-gonic/gin.Context.Params"] = Request
	t["github.com/graphql-go/graphql.ResolveParams.Args"] = Request
	for _, p := range []string{"github.com/beego/beego/v2/server/web/context", "github.com/astaxie/beego/context"} {
		t[p+".BeegoInput.RequestBody"] = Request
	}
	// What API Gateway's authorizer found out is in RequestContext, and trusted.
	const events = "github.com/aws/aws-lambda-go/events"
	for _, typ := range []string{"APIGatewayProxyRequest", "APIGatewayV2HTTPRequest", "LambdaFunctionURLRequest", "ALBTargetGroupRequest", "APIGatewayWebsocketProxyRequest"} {
		object(t, events, typ+".Body "+typ+".QueryStringParameters "+typ+".MultiValueQueryStringParameters "+typ+".PathParameters "+
			typ+".Headers "+typ+".MultiValueHeaders "+typ+".Cookies "+typ+".RawQueryString "+typ+".RawPath", Request)
	}
	t["github.com/gorilla/sessions.Session.Values"] = Session
}

package catalog

func ginSinks(t map[string]Sink) {
	const gin = "github.com/gin-gonic/gin"
	put(t, gin, prefixed("*Context.", "JSON PureJSON AsciiJSON IndentedJSON SecureJSON JSONP AbortWithStatusJSON "+
		"AbortWithStatusPureJSON ProtoBuf BSON TOML"), sink(Response, EncJSON, 1))
	put(t, gin, "*Context.XML", sink(Response, EncXML, 1))
	put(t, gin, "*Context.YAML", sink(Response, EncYAML, 1))
	put(t, gin, "*Context.HTML", sink(Template, EncTemplate, 2))
	put(t, gin, "*Context.String", sink(Response, EncFormat, Rest).formatted(1))
	put(t, gin, "*Context.Data", sink(Response, EncNone, 2))
	put(t, gin, "*Context.DataFromReader", sink(Response, EncNone, 3))
	put(t, gin, "*Context.SSEvent", sink(Response, EncJSON, 1))
	put(t, gin, "*Context.Render *Context.Negotiate", sink(Response, EncJSON, 1))
	put(t, gin, "*Context.SetCookie", sink(Cookie, EncNone, 1))
	put(t, gin, "*Context.SetCookieData", sink(Cookie, EncNone, 0))
	put(t, gin, "*Context.Header", sink(Header, EncNone, 1))
	put(t, gin, "*Context.Redirect", sink(Redirect, EncNone, 1))
	// gin.Logger and error middleware print these later.
	put(t, gin, "*Context.Error", sink(ErrorText, EncFmt, 0))
	put(t, gin, "*Context.AbortWithError", sink(ErrorText, EncFmt, 1))
}

func echoSinks(t map[string]Sink) {
	for p, recv := range map[string]string{"github.com/labstack/echo": "Context.",
		"github.com/labstack/echo/v4": "Context.", "github.com/labstack/echo/v5": "*Context."} {
		put(t, p, prefixed(recv, "JSON JSONPretty"), sink(Response, EncJSON, 1))
		put(t, p, prefixed(recv, "XML XMLPretty"), sink(Response, EncXML, 1))
		put(t, p, prefixed(recv, "JSONBlob XMLBlob HTML HTMLBlob String"), sink(Response, EncNone, 1))
		put(t, p, prefixed(recv, "JSONPBlob Blob Stream"), sink(Response, EncNone, 2))
		put(t, p, prefixed(recv, "JSONP"), sink(Response, EncJSON, 2))
		put(t, p, prefixed(recv, "Render"), sink(Template, EncTemplate, 2))
		put(t, p, prefixed(recv, "SetCookie"), sink(Cookie, EncNone, 0))
		put(t, p, prefixed(recv, "Redirect"), sink(Redirect, EncNone, 1))
		put(t, p, "*Response.Write", sink(Response, EncNone, 0))
	}
	put(t, "github.com/labstack/echo/v4", "NewHTTPError", sink(Response, EncJSON, Rest))
	put(t, "github.com/labstack/echo", "NewHTTPError", sink(Response, EncJSON, Rest))
	put(t, "github.com/labstack/echo/v5", "NewHTTPError", sink(Response, EncNone, 1))
}

func fiberSinks(t map[string]Sink) {
	const v2, v3 = "github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"
	for p, recv := range map[string]string{v2: "*Ctx.", v3: "Ctx."} {
		put(t, p, prefixed(recv, "JSON JSONP"), sink(Response, EncJSON, 0))
		put(t, p, prefixed(recv, "XML"), sink(Response, EncXML, 0))
		put(t, p, prefixed(recv, "Send SendString SendStream Write WriteString"), sink(Response, EncNone, 0))
		put(t, p, prefixed(recv, "Writef"), sink(Response, EncFormat, Rest).formatted(0))
		put(t, p, prefixed(recv, "Render"), sink(Template, EncTemplate, 1))
		put(t, p, prefixed(recv, "Set"), sink(Header, EncNone, 1))
		put(t, p, prefixed(recv, "Append"), sink(Header, EncNone, Rest))
		put(t, p, prefixed(recv, "Cookie"), sink(Cookie, EncNone, 0))
		put(t, p, "NewError", sink(Response, EncNone, Rest))
	}
	put(t, v2, "*Ctx.Format", sink(Response, EncFmt, 0))
	put(t, v2, "*Ctx.Redirect", sink(Redirect, EncNone, 0))
	put(t, v2, "*Ctx.Bind", sink(Template, EncTemplate, 0))
	put(t, v3, "Ctx.AutoFormat", sink(Response, EncFmt, 0))
	put(t, v3, "Ctx.CBOR Ctx.MsgPack", sink(Response, EncJSON, 0))
	put(t, v3, "Ctx.ViewBind", sink(Template, EncTemplate, 0))
	put(t, v3, "*Redirect.To", sink(Redirect, EncNone, 0))
	put(t, v3, "NewErrorf", sink(Response, EncFmt, Rest))
}

func irisSinks(t map[string]Sink) {
	const iris = "github.com/kataras/iris/v12/context"
	put(t, iris, prefixed("*Context.", "JSON JSONP Protobuf MsgPack Problem"), sink(Response, EncJSON, 0))
	put(t, iris, "*Context.XML", sink(Response, EncXML, 0))
	put(t, iris, "*Context.YAML", sink(Response, EncYAML, 0))
	put(t, iris, prefixed("*Context.", "WriteString Write Binary Markdown"), sink(Response, EncNone, 0))
	put(t, iris, prefixed("*Context.", "Text HTML Writef"), sink(Response, EncFormat, Rest).formatted(0))
	put(t, iris, "*Context.View", sink(Template, EncTemplate, Rest))
	put(t, iris, "*Context.ViewData", sink(Template, EncTemplate, 1))
	put(t, iris, "*Context.SetCookie", sink(Cookie, EncNone, 0))
	put(t, iris, "*Context.SetCookieKV", sink(Cookie, EncNone, 1))
	put(t, iris, "*Context.Header", sink(Header, EncNone, 1))
	put(t, iris, "*Context.Redirect", sink(Redirect, EncNone, 0))
	put(t, iris, "*Context.StopWithJSON", sink(Response, EncJSON, 1))
	put(t, iris, "*Context.StopWithText", sink(Response, EncFormat, Rest).formatted(1))
	put(t, iris, "*Context.StopWithError *Context.StopWithPlainError", sink(Response, EncFmt, 1))
}

// beegoSinks. ServeJSON and Render send the receiver's Data map, which the
// handler filled: Recv stands for the field Data.
func beegoSinks(t map[string]Sink) {
	for _, p := range []string{"github.com/beego/beego/v2/server/web", "github.com/astaxie/beego"} {
		put(t, p, prefixed("*Controller.", "ServeJSON ServeJSONP"), sink(Response, EncJSON, Recv))
		put(t, p, "*Controller.ServeXML", sink(Response, EncXML, Recv))
		put(t, p, "*Controller.ServeYAML", sink(Response, EncYAML, Recv))
		put(t, p, "*Controller.Render", sink(Template, EncTemplate, Recv))
		put(t, p, "*Controller.SetData", sink(Response, EncJSON, 0))
		put(t, p, "*Controller.CustomAbort", sink(Response, EncNone, 1))
		put(t, p, "*Controller.Redirect", sink(Redirect, EncNone, 0))
		ctx := p + "/context"
		put(t, ctx, "*BeegoOutput.JSON", sink(Response, EncJSON, 0))
		put(t, ctx, "*BeegoOutput.XML", sink(Response, EncXML, 0))
		put(t, ctx, "*BeegoOutput.Body", sink(Response, EncNone, 0))
		put(t, ctx, "*BeegoOutput.Header", sink(Header, EncNone, 1))
		put(t, ctx, "*BeegoOutput.Cookie *Context.SetCookie", sink(Cookie, EncNone, 1))
		put(t, ctx, "*Context.WriteString", sink(Response, EncNone, 0))
		put(t, ctx, "*Context.Redirect", sink(Redirect, EncNone, 1))
	}
	const v2 = "github.com/beego/beego/v2/server/web"
	put(t, v2, "*Controller.JSONResp *Controller.Resp", sink(Response, EncJSON, 0))
	put(t, v2, "*Controller.XMLResp", sink(Response, EncXML, 0))
	put(t, v2+"/context", "*Context.JSONResp", sink(Response, EncJSON, 0))
	put(t, v2+"/context", "*BeegoOutput.YAML", sink(Response, EncYAML, 0))
}

func buffaloSinks(t map[string]Sink) {
	const buffalo = "github.com/gobuffalo/buffalo"
	put(t, buffalo, "Context.Set", sink(Template, EncTemplate, 1))
	put(t, buffalo, "Context.Error", sink(Response, EncFmt, 1))
	put(t, buffalo, "Context.Redirect", sink(Redirect, EncFormat, Rest).formatted(1))
	put(t, buffalo, "*Cookies.Set", sink(Cookie, EncNone, 1))
	for _, recv := range []string{"", "*Engine."} {
		put(t, buffalo+"/render", prefixed(recv, "JSON"), sink(Response, EncJSON, 0))
		put(t, buffalo+"/render", prefixed(recv, "XML"), sink(Response, EncXML, 0))
		put(t, buffalo+"/render", prefixed(recv, "String"), sink(Response, EncFormat, Rest).formatted(0))
		put(t, buffalo+"/render", prefixed(recv, "Auto"), sink(Response, EncJSON, 1))
	}
}

func hertzSinks(t map[string]Sink) {
	const hertz = "github.com/cloudwego/hertz/pkg/app"
	put(t, hertz, prefixed("*RequestContext.", "JSON PureJSON IndentedJSON ProtoBuf AbortWithStatusJSON"), sink(Response, EncJSON, 1))
	put(t, hertz, "*RequestContext.XML", sink(Response, EncXML, 1))
	put(t, hertz, "*RequestContext.HTML", sink(Template, EncTemplate, 2))
	put(t, hertz, "*RequestContext.String", sink(Response, EncFormat, Rest).formatted(1))
	put(t, hertz, "*RequestContext.Data", sink(Response, EncNone, 2))
	put(t, hertz, "*RequestContext.SetCookie", sink(Cookie, EncNone, 1))
	put(t, hertz, "*RequestContext.Header", sink(Header, EncNone, 1))
	put(t, hertz, "*RequestContext.Redirect", sink(Redirect, EncNone, 1))
	put(t, hertz, prefixed("*RequestContext.", "Write WriteString SetBodyString"), sink(Response, EncNone, 0))
}

func fasthttpSinks(t map[string]Sink) {
	const fast = "github.com/valyala/fasthttp"
	put(t, fast, prefixed("*RequestCtx.", "Write WriteString SetBody SetBodyString SetBodyStream Error"), sink(Response, EncNone, 0))
	put(t, fast, "*RequestCtx.SuccessString *RequestCtx.Success", sink(Response, EncNone, 1))
	put(t, fast, "*RequestCtx.Redirect", sink(Redirect, EncNone, 0))
	put(t, fast, "*ResponseHeader.Set *ResponseHeader.Add", sink(Header, EncNone, 1))
	put(t, fast, "*ResponseHeader.SetCookie", sink(Cookie, EncNone, 0))
	put(t, fast, "*Cookie.SetValue", sink(Cookie, EncNone, 0))
	put(t, fast, "*Response.SetBody *Response.SetBodyString *Response.AppendBody", sink(Response, EncNone, 0))
}

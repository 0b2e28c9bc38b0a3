package catalog

// urlTable holds the functions that send a request to a URL, with the argument
// that is the URL: what stands in it is logged by servers and proxies on its
// way. They are no sinks of a value that is asked about, so they have a table of
// their own.
func urlTable() map[string]Arg {
	t := map[string]Arg{}
	const http = "net/http"
	put(t, http, "Get Head Post PostForm", Arg(0))
	put(t, http, "*Client.Get *Client.Head *Client.Post *Client.PostForm", Arg(0))
	put(t, http, "NewRequest", Arg(1))
	put(t, http, "NewRequestWithContext", Arg(2))
	put(t, "github.com/go-resty/resty/v2", "*Request.Get *Request.Post *Request.Put *Request.Delete *Request.Patch *Request.Head", Arg(0))
	put(t, "github.com/gorilla/websocket", "*Dialer.Dial", Arg(0))
	put(t, "github.com/gorilla/websocket", "*Dialer.DialContext", Arg(1))
	return t
}

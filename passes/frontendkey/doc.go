// report a Messenger API secret that reaches a browser or an app.
package frontendkey

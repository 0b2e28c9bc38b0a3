// Package shapes: ways of writing a boot in a template text, hits and near misses beside each other.
package shapes

// guarded: logged-in guard with proof
const guarded = `{{if .LoggedIn}}<script>window.intercomSettings={app_id:{{.AppID}},user_id:{{.UserID}},intercom_user_jwt:{{.IntercomJWT}}}</script>{{else}}<script>window.intercomSettings={app_id:{{.AppID}}}</script>{{end}}`

// login: guard is login, no proof
const login = `{{if .LoggedIn}}<script>window.intercomSettings={app_id:{{.AppID}},user_id:{{.UserID}}}</script>{{end}}` // want unsignedboot

// later: later proof in next script
const later = `<script>window.intercomSettings={app_id:{{.AppID}},user_id:{{.UserID}}};</script>{{if .IntercomJWT}}<script>window.intercomSettings.intercom_user_jwt={{.IntercomJWT}};</script>{{end}}`

// assign: proof by Object.assign
const assign = `<script>window.intercomSettings={app_id:{{.AppID}},user_id:{{.UserID}}};Object.assign(window.intercomSettings,{intercom_user_jwt:{{.IntercomJWT}}});</script>`

// upd: proof only in update afterwards
const upd = `<script>Intercom('boot',{app_id:'a',user_id:{{.UserID}}});Intercom('update',{user_id:{{.UserID}},intercom_user_jwt:{{.IntercomJWT}}});</script>` // want unsignedboot

// chain: else-if chain
const chain = `<script>Intercom('boot',{app_id:'a'{{if .IntercomJWT}},intercom_user_jwt:"{{.IntercomJWT}}"{{else if .IntercomHash}},user_id:"{{.UserID}}",user_hash:"{{.IntercomHash}}"{{else}},user_id:"{{.UserID}}"{{end}}});</script>` // want unsignedboot identityhash

// chainOK: chain anonymous at end
const chainOK = `<script>Intercom('boot',{app_id:'a'{{if .IntercomJWT}},intercom_user_jwt:"{{.IntercomJWT}}"{{else if .IntercomHash}},user_id:"{{.UserID}}",user_hash:"{{.IntercomHash}}"{{end}}});</script>` // want identityhash

// fetched: fetch
const fetched = `<script>fetch('/api/intercom').then(function(r){return r.json()}).then(function(d){Intercom('boot',{app_id:'a',user_id:d.user_id,intercom_user_jwt:d.jwt})})</script>`

// ranged: range attrs
const ranged = `<script>window.intercomSettings = { {{range $k, $v := .Attrs}}{{$k}}: {{$v}},{{end}} };</script>`

// ranged2: identity plus ranged keys
const ranged2 = `<script>window.intercomSettings = { user_id: {{.UserID}}, {{range $k, $v := .Attrs}}"{{$k}}": {{$v}},{{end}} };</script>`

// partial: json pipeline partial
const partial = `<script>window.intercomSettings = Object.assign({user_id: {{.UserID}}}, {{.Extra}});</script>`

// nested: proof inside nested object (wrong place)
const nested = `<script>Intercom('boot', {app_id: 'a', user_id: {{.UserID}}, company: {id: 1, intercom_user_jwt: {{.IntercomJWT}}}});</script>` // want unsignedboot

// other: customAttributes? raw
const other = `<script>window.otherSettings = {user_id: {{.UserID}}}; Intercom('boot', {app_id: 'a'});</script>`

// tern: ternary
const tern = `<script>Intercom('boot', jwt ? {app_id: 'a', user_id: u, intercom_user_jwt: jwt} : {app_id: 'a'});</script>`

// short: HIT? shorthand
const short = `<script>const user_id = {{.UserID}}; Intercom('boot', {app_id: 'a', user_id});</script>` // want unsignedboot

// shortOK: near shorthand
const shortOK = `<script>const user_id = {{.UserID}}, intercom_user_jwt = {{.IntercomJWT}}; Intercom('boot', {app_id: 'a', user_id, intercom_user_jwt});</script>`

// voidp: void string proof
const voidp = `<script>Intercom('boot', {app_id: 'a', user_id: {{.UserID}}, user_hash: ""});</script>` // want unsignedboot

// adminNote: prose
const adminNote = `Our layout sets window.intercomSettings = { user_id: currentUser.id } on every page.`

// All are the texts.
var All = []string{guarded, login, later, assign, upd, chain, chainOK, fetched, ranged, ranged2, partial, nested, other, tern, short, shortOK, voidp, adminNote}

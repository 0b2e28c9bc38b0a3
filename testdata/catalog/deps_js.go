//go:build js

package deps

import _ "syscall/js"

// Package wasm is the browser client of the help desk. On the host it is empty; for js/wasm everything in it is public.
package wasm

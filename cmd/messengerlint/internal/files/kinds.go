package files

import (
	"cmp"
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// binaryExts are endings of files that hold no text: they are not even opened.
var binaryExts = func() map[string]bool {
	m := map[string]bool{}
	for _, ext := range strings.Fields(`png jpg jpeg gif webp avif ico icns bmp tiff psd woff woff2 ttf otf eot
		mp3 mp4 m4a mov avi mkv webm ogg wav flac pdf zip gz tgz bz2 xz zst 7z rar jar war ear class so dylib dll exe o a lib
		pyc pyo wasm bin dat db sqlite sqlite3 keystore jks p12 pfx der node iso dmg apk ipa aab nib car parquet onnx pb
		pack idx mo gpg`) {
		m["."+ext] = true
	}
	return m
}()

func binaryName(p string) bool { return binaryExts[strings.ToLower(path.Ext(p))] }

func compare(a, b string) int { return cmp.Compare(a, b) }

func comparePlaces(a, b finding.Place) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

package files

import (
	"cmp"
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// binaryExts are endings of files that hold no text: they are not even opened.
var binaryExts = wordset.Set{Words: `png jpg jpeg gif webp avif ico icns bmp tiff psd woff woff2 ttf otf eot
	mp3 mp4 m4a mov avi mkv webm ogg wav flac pdf zip gz tgz bz2 xz zst 7z rar jar war ear class so dylib dll exe o a lib
	pyc pyo wasm bin dat db sqlite sqlite3 keystore jks p12 pfx der node iso dmg apk ipa aab nib car parquet onnx pb
	pack idx mo gpg`}

func binaryName(p string) bool {
	return binaryExts.Has(strings.TrimPrefix(strings.ToLower(path.Ext(p)), "."))
}

func compare(a, b string) int { return cmp.Compare(a, b) }

func comparePlaces(a, b finding.Place) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

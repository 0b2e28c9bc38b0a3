// Corpus is the labelled corpus of this repository in a neutral format, and a
// score of linters and secret scanners over it.
//
//	go run ./corpus labels                   print the manifest, as CSV
//	go run ./corpus copy DIR                 copy the corpus and the manifest, without labels in the files
//	go run ./corpus run DIR [TOOL …]         run tools over the copy and keep what they say
//	go run ./corpus score DIR                print the tables, as Markdown
//	go run ./corpus diff DIR TOOL            print what a tool says elsewhere, and which labels it missed
//
// README.md in this folder has the format and how findings are judged.
package main

package catalog

//go:generate go test . -run TestImportListsAreFresh -update

// Every package that a linter looks at is asked these three questions, most of
// them no other. The answers are lists of their own, so that a process of the go
// command, which looks at one package, does not build the tables for them.

// MintImport says whether a package that imports path may mint a proof.
func MintImport(path string) bool { return mintImports.Has(path) }

// SinkImport says whether a package that imports path may let values out.
func SinkImport(path string) bool { return sinkImports.Has(path) }

// SourceImport says whether functions of a package read settings or requests.
func SourceImport(path string) bool { return sourceImports.Has(path) }

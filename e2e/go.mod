module github.com/messengerlint/messengerlint/e2e

go 1.26.0

tool github.com/bazelbuild/rules_go/go/tools/builders

require (
	golang.org/x/mod v0.42.0
	gopkg.in/yaml.v3 v3.0.1
)

require (
	github.com/aymanbagabas/go-udiff v0.4.1 // indirect
	github.com/bazelbuild/rules_go v0.65.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
)

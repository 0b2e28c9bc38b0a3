module github.com/messengerlint/messengerlint/cmd/messengerlint

go 1.26.0

require github.com/messengerlint/messengerlint v0.0.0

replace github.com/messengerlint/messengerlint => ../..

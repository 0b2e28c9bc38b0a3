module github.com/messengerlint/messengerlint

go 1.26.0

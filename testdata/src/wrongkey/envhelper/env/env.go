package env

import (
	"fmt"
	"os"
	"strings"
)

func String(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}

func Get(name string) string { return strings.TrimSpace(os.Getenv(name)) }

func Must(name string) string {
	v := os.Getenv(name)
	if v == "" {
		panic("missing " + name)
	}
	return v
}

func Require(name string) (string, error) {
	v, ok := os.LookupEnv(name)
	if !ok || v == "" {
		return "", fmt.Errorf("missing %s", name)
	}
	return v, nil
}

func CheckAll(names ...string) error {
	for _, n := range names {
		if os.Getenv(n) == "" {
			return fmt.Errorf("missing %s", n)
		}
	}
	return nil
}

func NotEmpty(name, v string) error {
	if v == "" {
		return fmt.Errorf("%s is empty", name)
	}
	return nil
}

func AllSet(vals map[string]string) error {
	for k, v := range vals {
		if len(v) == 0 {
			return fmt.Errorf("%s is empty", k)
		}
	}
	return nil
}

// Package flagdefault: the secret as the default of a flag, with package flag and with pflag (hits); empty defaults, help
// texts and the app id are near misses.
package flagdefault

import (
	"flag"
	"fmt"
	"os"

	"github.com/spf13/pflag"
)

type options struct {
	addr   string
	appID  string
	secret string
}

// ParseStd reads the flags of the sync daemon.
func ParseStd(args []string) (options, error) {
	fs := flag.NewFlagSet("chat-sync", flag.ContinueOnError)
	var o options
	fs.StringVar(&o.addr, "addr", ":7070", "listen address")
	fs.StringVar(&o.appID, "intercom-app-id", "m5d0y8hk", "Intercom app id")
	fs.StringVar(&o.secret, "intercom-identity-secret", "L38GVuyIIUcU-vvO1yGe4UQBkTdp2WXJBPmZEuIF", "Messenger API secret") // want hardcodedsecret
	if err := fs.Parse(args); err != nil {
		return options{}, err
	}
	return o, nil
}

// ParsePosix is the variant with POSIX flags.
func ParsePosix(args []string) (string, error) {
	fs := pflag.NewFlagSet("chat-sync", pflag.ContinueOnError)
	secret := fs.StringP("intercom-jwt-secret", "s", "vevXYDrqkTYYi11P6b-5yi1RadmfhDWhCVsTkiqh3JB", "Messenger API secret") // want hardcodedsecret
	if err := fs.Parse(args); err != nil {
		return "", err
	}
	return *secret, nil
}

// ParseSafe has no default; the usage line only looks like a value.
func ParseSafe(args []string) (options, error) {
	fs := flag.NewFlagSet("chat-sync", flag.ContinueOnError)
	var o options
	fs.StringVar(&o.addr, "addr", ":7070", "listen address")
	fs.StringVar(&o.appID, "intercom-app-id", "m5d0y8hk", "Intercom app id")
	fs.StringVar(&o.secret, "intercom-identity-secret", "", "Messenger API secret (Settings > Messenger > Security)")
	if err := fs.Parse(args); err != nil {
		return options{}, err
	}
	if o.secret == "" {
		fmt.Fprintln(os.Stderr, "chat-sync: -intercom-identity-secret is required")
		os.Exit(2)
	}
	return o, nil
}

// ParseSafePosix takes the key only from a file named on the command line.
func ParseSafePosix(args []string) (string, error) {
	fs := pflag.NewFlagSet("chat-sync", pflag.ContinueOnError)
	path := fs.String("intercom-jwt-secret-file", "/var/run/secrets/chat-sync/intercom-jwt", "file with the Messenger API secret")
	if err := fs.Parse(args); err != nil {
		return "", err
	}
	return *path, nil
}

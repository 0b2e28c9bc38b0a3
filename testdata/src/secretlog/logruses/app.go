// Package logruses: logrus fields and formats with the secret or a struct that holds it (hits); messages without it are near
// misses.
package logruses

import (
	"github.com/sirupsen/logrus"
)

// Options are read from the command line.
type Options struct {
	Listen         string
	IntercomAppID  string
	IntercomSecret string
}

// Outer nests Options by pointer: %+v prints an address.
type Outer struct {
	Name string
	Opts *Options
}

// Start logs the options.
func Start(o Options) {
	logrus.WithField("listen", o.Listen).Info("starting")
	logrus.WithField("intercom_secret", o.IntercomSecret).Info("starting")                      // want secretlog
	logrus.WithFields(logrus.Fields{"app": o.IntercomAppID, "key": o.IntercomSecret}).Debug("") // want secretlog
	logrus.Infof("options: %+v", o)                                                             // want secretlog
	logrus.Debugf("options: %v", &o)                                                            // want secretlog
	logrus.WithFields(logrus.Fields{"app": o.IntercomAppID, "key": "***"}).Debug("")
	logrus.Infof("options: listen=%s app=%s", o.Listen, o.IntercomAppID)
	logrus.Debugf("options: %T", o)
}

// StartOuter prints a pointer inside a struct.
func StartOuter(o Outer) {
	logrus.Infof("outer: %+v", o)
	logrus.Infof("outer: %s", o.Name)
	logrus.Infof("outer: %+v", *o.Opts) // want secretlog
}

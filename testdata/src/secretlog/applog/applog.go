// Package applog is the neutral logger of the monorepo (near miss: nothing is reported here).
package applog

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"
)

// Logger wraps package log.
type Logger struct{ l *log.Logger }

// Infof formats.
func (l *Logger) Infof(format string, args ...any) { l.l.Printf("INFO "+format, args...) }

// Event writes key and value pairs.
func (l *Logger) Event(ctx context.Context, msg string, kv ...any) { slog.InfoContext(ctx, msg, kv...) }

// Dump prints a value as it is.
func Dump(v any) { fmt.Fprintf(os.Stderr, "%+v\n", v) }

// Fail stops with a message.
func Fail(format string, args ...any) error { return fmt.Errorf("app: "+format, args...) }

// Count logs how many there are.
func Count(items []string) { log.Printf("%d items", len(items)) }

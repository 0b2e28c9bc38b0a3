package catalog

// errorSinks enters texts of errors, and services of others that are told of
// users: analytics, error reports, metrics.
func errorSinks() map[string]Sink {
	t := map[string]Sink{}
	put(t, "errors", "New", sink(ErrorText, EncNone, 0))
	put(t, "fmt", "Errorf", sink(ErrorText, EncFormat, Rest).formatted(0))
	const pkgErrors = "github.com/pkg/errors"
	put(t, pkgErrors, "New", sink(ErrorText, EncNone, 0))
	put(t, pkgErrors, "Errorf", sink(ErrorText, EncFormat, Rest).formatted(0))
	put(t, pkgErrors, "Wrap WithMessage", sink(ErrorText, EncNone, 1))
	put(t, pkgErrors, "Wrapf WithMessagef", sink(ErrorText, EncFormat, Rest).formatted(1))
	// The builtin panic is no call with a name; these print and panic.
	for _, recv := range []string{"", "*Logger."} {
		put(t, "log", prefixed(recv, "Panic Panicln"), sink(Panic, EncFmt, Rest))
		put(t, "log", prefixed(recv, "Panicf"), sink(Panic, EncFormat, Rest).formatted(0))
	}
	analyticsSinks(t)
	return t
}

func analyticsSinks(t map[string]Sink) {
	for _, p := range []string{"github.com/segmentio/analytics-go/v3", "github.com/posthog/posthog-go"} {
		put(t, p, "Client.Enqueue", sink(Analytics, EncJSON, 0))
		put(t, p, "Properties.Set", sink(Analytics, EncJSON, 1))
	}
	const sentry = "github.com/getsentry/sentry-go"
	put(t, sentry, "CaptureMessage", sink(Analytics, EncNone, 0))
	put(t, sentry, "CaptureException CaptureEvent AddBreadcrumb", sink(Analytics, EncJSON, 0))
	put(t, sentry, prefixed("*Scope.", "SetTag SetContext"), sink(Analytics, EncJSON, 1))
	put(t, sentry, prefixed("*Scope.", "SetTags SetUser AddBreadcrumb SetContexts"), sink(Analytics, EncJSON, 0))
	const otel = "go.opentelemetry.io/otel"
	put(t, otel+"/attribute", "String StringSlice Stringer Int Int64", sink(Metrics, EncFmt, 1))
	put(t, otel+"/trace", "Span.AddEvent Span.RecordError Span.SetName", sink(Metrics, EncFmt, 0))
	put(t, otel+"/trace", "Span.SetStatus", sink(Metrics, EncNone, 1))
	put(t, "expvar", "Publish", sink(Metrics, EncJSON, 1))
	put(t, "expvar", "*String.Set", sink(Metrics, EncNone, 0))
	put(t, "expvar", "*Map.Set", sink(Metrics, EncJSON, 1))
}

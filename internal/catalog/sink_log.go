package catalog

// logSinks enters log lines and what is put into them before: constructors of
// attributes have entries of their own, since the line that takes them may be
// far away.
func logSinks() map[string]Sink {
	t := map[string]Sink{}
	stdLogSinks(t)
	slogSinks(t)
	zapSinks(t)
	zerologSinks(t)
	logrusSinks(t)
	klogSinks(t)
	otherLogSinks(t)
	return t
}

// printers enters the three shapes that most loggers have for each level:
// Info(args...), Infoln(args...), Infof(format, args...).
func printers(t map[string]Sink, pkg, recv, levels string) {
	put(t, pkg, prefixed(recv, levels), sink(Log, EncFmt, Rest))
}

func formatters(t map[string]Sink, pkg, recv, levels string) {
	put(t, pkg, prefixed(recv, levels), sink(Log, EncFormat, Rest).formatted(0))
}

// structured enters Info(msg, keysAndValues...): the message is a string.
func structured(t map[string]Sink, pkg, recv, levels string) {
	put(t, pkg, prefixed(recv, levels), sink(Log, EncSlog, 0, Rest))
}

func stdLogSinks(t map[string]Sink) {
	for _, recv := range []string{"", "*Logger."} {
		printers(t, "log", recv, "Print Println Fatal Fatalln")
		formatters(t, "log", recv, "Printf Fatalf")
		put(t, "log", prefixed(recv, "Output"), sink(Log, EncNone, 1))
	}
	// Standard output is where a program in a container logs.
	printers(t, "fmt", "", "Print Println")
	formatters(t, "fmt", "", "Printf")
	for _, recv := range []string{"*common.", "TB."} {
		printers(t, "testing", recv, "Log Error Fatal Skip")
		formatters(t, "testing", recv, "Logf Errorf Fatalf Skipf")
	}
}

func slogSinks(t map[string]Sink) {
	const slog = "log/slog"
	for _, recv := range []string{"", "*Logger."} {
		structured(t, slog, recv, "Debug Info Warn Error")
		put(t, slog, prefixed(recv, "DebugContext InfoContext WarnContext ErrorContext"), sink(Log, EncSlog, 1, Rest))
		put(t, slog, prefixed(recv, "Log LogAttrs"), sink(Log, EncSlog, 2, Rest))
		put(t, slog, prefixed(recv, "With"), sink(Log, EncSlog, Rest))
	}
	put(t, slog, "String Int Int64 Uint64 Float64 Bool Any Time Duration", sink(Log, EncSlog, 1))
	put(t, slog, "Group", sink(Log, EncSlog, Rest))
	put(t, slog, "GroupAttrs", sink(Log, EncSlog, Rest))
	put(t, slog, "AnyValue StringValue", sink(Log, EncSlog, 0))
	put(t, slog, "*Record.Add *Record.AddAttrs", sink(Log, EncSlog, Rest))
}

func zapSinks(t map[string]Sink) {
	const zap = "go.uber.org/zap"
	put(t, zap, "String Stringp ByteString Binary Stringer Strings Int Int64 Uint Uint64 NamedError", sink(Log, EncNone, 1))
	put(t, zap, "Error Inline", sink(Log, EncFmt, 0))
	// Any and Reflect fall back to encoding/json (zapcore's json encoder).
	put(t, zap, "Any Reflect Object", sink(Log, EncJSON, 1))
	put(t, zap, prefixed("*Logger.", "Debug Info Warn Error DPanic Panic Fatal"), sink(Log, EncNone, 0))
	put(t, zap, "*Logger.Log", sink(Log, EncNone, 1))
	const levels = "Debug Info Warn Error DPanic Panic Fatal"
	printers(t, zap, "*SugaredLogger.", levels)
	printers(t, zap, "*SugaredLogger.", suffixed(levels, "ln"))
	printers(t, zap, "*SugaredLogger.", "With WithLazy")
	formatters(t, zap, "*SugaredLogger.", suffixed(levels, "f"))
	put(t, zap, prefixed("*SugaredLogger.", suffixed(levels, "w")), sink(Log, EncJSON, 0, Rest))
}

func zerologSinks(t map[string]Sink) {
	const zerolog = "github.com/rs/zerolog"
	for _, recv := range []string{"*Event.", "Context."} {
		put(t, zerolog, prefixed(recv, "Str Strs Stringer Bytes Hex RawJSON Int Int64 Uint Uint64 AnErr"), sink(Log, EncNone, 1))
		put(t, zerolog, prefixed(recv, "Interface Any Object Dict"), sink(Log, EncJSON, 1))
		put(t, zerolog, prefixed(recv, "Fields EmbedObject"), sink(Log, EncJSON, 0))
		put(t, zerolog, prefixed(recv, "Err"), sink(Log, EncFmt, 0))
	}
	put(t, zerolog, "*Event.Msg", sink(Log, EncNone, 0))
	formatters(t, zerolog, "*Event.", "Msgf")
	for _, p := range []string{zerolog, zerolog + "/log"} {
		recv := ""
		if p == zerolog {
			recv = "*Logger."
		}
		printers(t, p, recv, "Print")
		formatters(t, p, recv, "Printf")
	}
}

func logrusSinks(t map[string]Sink) {
	const logrus = "github.com/sirupsen/logrus"
	const levels = "Trace Debug Info Print Warn Warning Error Fatal Panic"
	for _, recv := range []string{"", "*Logger.", "*Entry."} {
		printers(t, logrus, recv, levels)
		printers(t, logrus, recv, suffixed(levels, "ln"))
		formatters(t, logrus, recv, suffixed(levels, "f"))
		// The formatter decides how a field is written: JSON in production.
		put(t, logrus, prefixed(recv, "WithField"), sink(Log, EncJSON, 1))
		put(t, logrus, prefixed(recv, "WithFields"), sink(Log, EncJSON, 0))
		put(t, logrus, prefixed(recv, "WithError"), sink(Log, EncFmt, 0))
	}
}

func klogSinks(t map[string]Sink) {
	for _, p := range []string{"k8s.io/klog/v2", "github.com/golang/glog"} {
		printers(t, p, "", "Info Infoln Warning Warningln Error Errorln Fatal Fatalln Exit Exitln")
		formatters(t, p, "", "Infof Warningf Errorf Fatalf Exitf")
		printers(t, p, "Verbose.", "Info Infoln")
		formatters(t, p, "Verbose.", "Infof")
	}
	const klog = "k8s.io/klog/v2"
	structured(t, klog, "", "InfoS")
	structured(t, klog, "Verbose.", "InfoS")
	put(t, klog, "ErrorS", sink(Log, EncSlog, 0, 1, Rest))
	const logr = "github.com/go-logr/logr"
	structured(t, logr, "Logger.", "Info")
	put(t, logr, "Logger.Error", sink(Log, EncSlog, 0, 1, Rest))
	put(t, logr, "Logger.WithValues", sink(Log, EncSlog, Rest))
}

func otherLogSinks(t map[string]Sink) {
	const apex = "github.com/apex/log"
	for _, recv := range []string{"", "*Logger.", "*Entry."} {
		put(t, apex, prefixed(recv, "Debug Info Warn Error Fatal"), sink(Log, EncNone, 0))
		formatters(t, apex, recv, "Debugf Infof Warnf Errorf Fatalf")
		put(t, apex, prefixed(recv, "WithField"), sink(Log, EncJSON, 1))
		put(t, apex, prefixed(recv, "WithFields"), sink(Log, EncJSON, 0))
	}
	const charm = "github.com/charmbracelet/log"
	for _, recv := range []string{"", "*Logger."} {
		put(t, charm, prefixed(recv, "Debug Info Warn Error Fatal Print"), sink(Log, EncFmt, 0, Rest))
		formatters(t, charm, recv, "Debugf Infof Warnf Errorf Fatalf Printf")
		put(t, charm, prefixed(recv, "With"), sink(Log, EncFmt, Rest))
	}
	structured(t, "github.com/inconshreveable/log15", "", "Debug Info Warn Error Crit")
	structured(t, "github.com/inconshreveable/log15", "Logger.", "Debug Info Warn Error Crit")
	structured(t, "github.com/hashicorp/go-hclog", "Logger.", "Trace Debug Info Warn Error")
	put(t, "github.com/hashicorp/go-hclog", "Logger.With", sink(Log, EncSlog, Rest))

	const logx = "github.com/zeromicro/go-zero/core/logx"
	printers(t, logx, "", "Debug Info Error Slow Severe Alert")
	put(t, logx, "Alert", sink(Log, EncNone, 0))
	formatters(t, logx, "", "Debugf Infof Errorf Slowf Severef")
	put(t, logx, "Debugv Infov Errorv Slowv", sink(Log, EncJSON, 0))
	put(t, logx, "Debugw Infow Errorw Sloww", sink(Log, EncNone, 0))
	put(t, logx, "Field", sink(Log, EncJSON, 1))
	const kratos = "github.com/go-kratos/kratos/v2/log"
	for _, recv := range []string{"", "*Helper."} {
		printers(t, kratos, recv, "Debug Info Warn Error Fatal Debugw Infow Warnw Errorw Fatalw")
		formatters(t, kratos, recv, "Debugf Infof Warnf Errorf Fatalf")
	}
	put(t, kratos, "Logger.Log", sink(Log, EncFmt, Rest))
}

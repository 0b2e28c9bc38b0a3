package catalog

// noReturnTable enters functions after which the caller does not go on: they
// end the program, the goroutine or the test, or panic.
func noReturnTable() map[string]bool {
	t := map[string]bool{}
	put(t, "os", "Exit", true)
	put(t, "syscall", "Exit", true)
	put(t, "runtime", "Goexit", true)
	put(t, "log", "Fatal Fatalf Fatalln Panic Panicf Panicln", true)
	put(t, "log", "*Logger.Fatal *Logger.Fatalf *Logger.Fatalln *Logger.Panic *Logger.Panicf *Logger.Panicln", true)
	// The methods of *testing.T and *testing.B are those of the embedded common.
	const testing = "Fatal Fatalf FailNow Skip Skipf SkipNow"
	put(t, "testing", prefixed("*common.", testing), true)
	put(t, "testing", prefixed("TB.", testing), true)

	const zap = "go.uber.org/zap"
	put(t, zap, "*Logger.Fatal *Logger.Panic", true)
	put(t, zap, prefixed("*SugaredLogger.", "Fatal Fatalf Fatalw Fatalln Panic Panicf Panicw Panicln"), true)
	const logrus = "github.com/sirupsen/logrus"
	for _, recv := range []string{"", "*Logger.", "*Entry."} {
		put(t, logrus, prefixed(recv, "Fatal Fatalf Fatalln Panic Panicf Panicln"), true)
	}
	const klog = "k8s.io/klog/v2"
	put(t, klog, "Fatal Fatalf Fatalln FatalDepth Exit Exitf Exitln ExitDepth", true)
	put(t, "github.com/golang/glog", "Fatal Fatalf Fatalln FatalDepth Exit Exitf Exitln ExitDepth", true)
	put(t, "github.com/apex/log", "Fatal Fatalf *Logger.Fatal *Logger.Fatalf *Entry.Fatal *Entry.Fatalf", true)
	put(t, "github.com/charmbracelet/log", "Fatal Fatalf *Logger.Fatal *Logger.Fatalf", true)
	put(t, "github.com/go-kratos/kratos/v2/log", "Fatal Fatalf Fatalw *Helper.Fatal *Helper.Fatalf *Helper.Fatalw", true)
	return t
}

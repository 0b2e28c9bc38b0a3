package catalog

// demands lists functions that demand a named setting, or ask whether it is
// set, and the argument that names it. What they speak of is checked for empty.
var demands = map[string]Arg{
	"github.com/spf13/viper.IsSet":                                 0,
	"(*github.com/spf13/viper.Viper).IsSet":                        0,
	"(*github.com/knadh/koanf/v2.Koanf).Exists":                    0,
	"(*github.com/knadh/koanf.Koanf).Exists":                       0,
	"(*github.com/spf13/cobra.Command).MarkFlagRequired":           0,
	"(*github.com/spf13/cobra.Command).MarkPersistentFlagRequired": 0,
	"github.com/spf13/cobra.MarkFlagRequired":                      1,
	"(*github.com/urfave/cli/v2.Context).IsSet":                    0,
	"(*github.com/urfave/cli.Context).IsSet":                       0,
}

// DemandOf returns which argument of a function names a setting that the
// function demands.
func DemandOf(fullName string) (Arg, bool) { a, ok := demands[fullName]; return a, ok }

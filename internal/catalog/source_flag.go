package catalog

// flagSources enters command lines. The default of a flag reaches the value,
// so Default is as important as Kind.
func flagSources() sourceTable {
	t := sourceTable{}
	for _, recv := range []string{"", "*FlagSet."} {
		put(t, "flag", prefixed(recv, "String Bool Int Int64 Uint Uint64 Float64 Duration"),
			source(Flag).named(0).fallback(1))
		put(t, "flag", prefixed(recv, "StringVar BoolVar IntVar Int64Var UintVar Uint64Var Float64Var DurationVar TextVar"),
			source(Flag).into(0).named(1).fallback(2))
		put(t, "flag", prefixed(recv, "Arg"), source(Flag))
		put(t, "flag", prefixed(recv, "Args"), source(Flag))
		pflagSources(t, recv)
	}
	const pflag = "github.com/spf13/pflag"
	put(t, pflag, "*FlagSet.GetString *FlagSet.GetInt *FlagSet.GetInt64 *FlagSet.GetDuration *FlagSet.GetBool "+
		"*FlagSet.GetStringSlice *FlagSet.GetStringArray *FlagSet.GetBytesHex *FlagSet.GetBytesBase64",
		source(Flag).named(0).ok(1))
	cliSources(t)
	return t
}

// pflagSources: the P variants put the shorthand between name and default.
func pflagSources(t sourceTable, recv string) {
	const pflag = "github.com/spf13/pflag"
	put(t, pflag, prefixed(recv, "String Bool Int Int64 Duration StringSlice StringArray BytesHex BytesBase64"),
		source(Flag).named(0).fallback(1))
	put(t, pflag, prefixed(recv, "StringP BoolP IntP Int64P DurationP StringSliceP StringArrayP BytesHexP BytesBase64P"),
		source(Flag).named(0).fallback(2))
	put(t, pflag, prefixed(recv, "StringVar BoolVar IntVar Int64Var DurationVar StringSliceVar StringArrayVar BytesHexVar BytesBase64Var"),
		source(Flag).into(0).named(1).fallback(2))
	put(t, pflag, prefixed(recv, "StringVarP BoolVarP IntVarP Int64VarP DurationVarP StringSliceVarP StringArrayVarP BytesHexVarP BytesBase64VarP"),
		source(Flag).into(0).named(1).fallback(3))
}

// cliSources enters parsers that keep or fill their values themselves.
func cliSources(t sourceTable) {
	const getters = "String Int Int64 Duration Bool StringSlice"
	put(t, "github.com/urfave/cli", prefixed("*Context.", getters+" GlobalString"), source(Flag).named(0))
	put(t, "github.com/urfave/cli/v2", prefixed("*Context.", getters), source(Flag).named(0))
	put(t, "github.com/urfave/cli/v3", prefixed("*Command.", "String Int Duration Bool StringSlice"), source(Flag).named(0))
	const kong = "github.com/alecthomas/kong"
	put(t, kong, "Parse New Must", source(Flag).into(0).tags("env", "default", "name"))
	const arg = "github.com/alexflint/go-arg"
	put(t, arg, "Parse MustParse", source(Flag).into(Rest).tags("arg", "default"))
	const flags = "github.com/jessevdk/go-flags"
	put(t, flags, "Parse ParseArgs NewParser", source(Flag).into(0).tags("long", "env", "default"))
}

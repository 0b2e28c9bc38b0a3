package catalog

type sourceTable map[string]Source

// source starts an entry: the value is in the first result.
func source(k SourceKind) Source {
	return Source{Kind: k, Name: None, Default: None, Into: None, Of: None, OK: -1}
}

func (s Source) named(a Arg) Source         { s.Name = a; return s }
func (s Source) fallback(a Arg) Source      { s.Default = a; return s }
func (s Source) into(a Arg) Source          { s.Into = a; return s }
func (s Source) of(a Arg) Source            { s.Of = a; return s }
func (s Source) ok(result int8) Source      { s.OK = result; return s }
func (s Source) tags(keys ...string) Source { s.Tags = keys; return s }

// setsDefault is viper.SetDefault and the like: nothing is read.
func (s Source) setsDefault() Source { s.SetsDefault = true; return s }
func (s Source) stops() Source       { s.Stops = true; return s }

func envSources() sourceTable {
	t := sourceTable{}
	put(t, "os", "Getenv", source(Env).named(0))
	put(t, "os", "LookupEnv", source(Env).named(0).ok(1))
	put(t, "syscall", "Getenv", source(Env).named(0).ok(1))
	put(t, "os", "ExpandEnv Expand", source(Env).named(0))
	put(t, "os", "Environ", source(Env))
	const godotenv = "github.com/joho/godotenv"
	put(t, godotenv, "Read Unmarshal UnmarshalBytes Parse", source(Env))

	put(t, "os", "ReadFile", source(File).named(0).ok(1))
	put(t, "io/ioutil", "ReadFile", source(File).named(0).ok(1))
	put(t, "io/fs", "ReadFile", source(File).named(1).ok(1))
	put(t, "embed", "FS.ReadFile", source(File).named(0).ok(1))
	put(t, "os", "*Root.ReadFile", source(File).named(0).ok(1))

	put(t, "os", "Open *Root.Open", source(File).named(0).ok(1))
	put(t, "os", "OpenFile", source(File).named(0).ok(1))

	put(t, "crypto/rand", "Read", source(Random).into(0))
	put(t, "crypto/rand", "Text", source(Random))
	put(t, "crypto/rand", "Int Prime", source(Random))
	return t
}

// viperNames are the getters that package and *Viper have alike.
const viperNames = "Get GetString GetBool GetInt GetInt32 GetInt64 GetUint GetUint16 GetUint32 " +
	"GetUint64 GetFloat64 GetTime GetDuration GetIntSlice GetStringSlice GetStringMap " +
	"GetStringMapString GetStringMapStringSlice GetSizeInBytes"

func configSources() sourceTable {
	t := sourceTable{}
	const viper = "github.com/spf13/viper"
	for _, recv := range []string{"", "*Viper."} {
		put(t, viper, prefixed(recv, viperNames), source(Config).named(0))
		put(t, viper, prefixed(recv, "AllSettings"), source(Config))
		put(t, viper, prefixed(recv, "Unmarshal UnmarshalExact"),
			source(Config).into(0).tags("mapstructure"))
		put(t, viper, prefixed(recv, "UnmarshalKey"),
			source(Config).named(0).into(1).tags("mapstructure"))
		put(t, viper, prefixed(recv, "SetDefault Set"),
			source(Config).named(0).fallback(1).setsDefault())
	}
	koanfSources(t)
	structSources(t)
	const beego = "github.com/beego/beego/v2/core/config"
	put(t, beego, "String Strings", source(Config).named(0).ok(1))
	put(t, beego, "DefaultString", source(Config).named(0).fallback(1))
	put(t, beego, "Configer.String Configer.Strings", source(Config).named(0).ok(1))
	put(t, beego, "Configer.DefaultString", source(Config).named(0).fallback(1))
	const web = "github.com/beego/beego/v2/server/web"
	put(t, web, "*beegoAppConfig.String *beegoAppConfig.Strings", source(Config).named(0).ok(1))
	put(t, web, "*beegoAppConfig.DefaultString", source(Config).named(0).fallback(1))
	const ini = "gopkg.in/ini.v1"
	put(t, ini, "*Key.String *Key.Value", source(Config))
	put(t, ini, "*Key.MustString", source(Config).fallback(0))
	put(t, ini, "MapTo", source(Config).into(0).tags("ini"))
	put(t, ini, "*File.MapTo *Section.MapTo", source(Config).into(0).tags("ini"))
	return t
}

func koanfSources(t sourceTable) {
	const koanf = "github.com/knadh/koanf/v2"
	for _, p := range []string{koanf, "github.com/knadh/koanf"} {
		put(t, p, "*Koanf.String *Koanf.Strings *Koanf.Bytes *Koanf.Get "+
			"*Koanf.Int *Koanf.Int64 *Koanf.Duration *Koanf.Bool *Koanf.StringMap", source(Config).named(0))
		put(t, p, "*Koanf.MustString *Koanf.MustBytes", source(Config).named(0).stops())
		put(t, p, "*Koanf.Unmarshal *Koanf.UnmarshalWithConf",
			source(Config).named(0).into(1).tags("koanf"))
	}
	put(t, koanf, "*Koanf.Set", source(Config).named(0).fallback(1).setsDefault())
}

// structSources enters the readers that fill a struct by its tags. Kind is Env
// where the environment is what they read first.
func structSources(t sourceTable) {
	const kelsey = "github.com/kelseyhightower/envconfig"
	put(t, kelsey, "Process MustProcess", source(Env).named(0).into(1).tags("envconfig", "default", "split_words"))
	const sethvargo = "github.com/sethvargo/go-envconfig"
	put(t, sethvargo, "Process", source(Env).into(1).tags("env"))
	// MustProcess is generic and returns its argument, filled.
	put(t, sethvargo, "MustProcess", source(Env).into(1).tags("env"))
	for _, p := range []string{"github.com/caarlos0/env", "github.com/caarlos0/env/v6",
		"github.com/caarlos0/env/v11"} {
		put(t, p, "Parse", source(Env).into(0).tags("env", "envDefault"))
	}
	const caarlos = "github.com/caarlos0/env/v11"
	put(t, caarlos, "ParseWithOptions", source(Env).into(0).tags("env", "envDefault"))
	put(t, caarlos, "ParseAs ParseAsWithOptions", source(Env).tags("env", "envDefault"))
	put(t, "github.com/ardanlabs/conf/v3", "Parse", source(Env).into(1).tags("conf"))
	put(t, "github.com/ardanlabs/conf", "Parse", source(Env).into(2).tags("conf"))
	put(t, "github.com/ardanlabs/conf", "ParseOSArgs", source(Env).into(1).tags("conf"))
	const cleanenv = "github.com/ilyakaznacheev/cleanenv"
	put(t, cleanenv, "ReadEnv UpdateEnv", source(Env).into(0).tags("env", "env-default"))
	put(t, cleanenv, "ReadConfig", source(Config).into(1).tags("env", "env-default", "yaml", "json", "toml"))
	put(t, "github.com/Netflix/go-env", "UnmarshalFromEnviron", source(Env).into(0).tags("env"))
	put(t, "github.com/jinzhu/configor", "Load", source(Config).into(0).tags("env", "default", "yaml", "json", "toml"))
	put(t, "github.com/jinzhu/configor", "*Configor.Load", source(Config).into(0).tags("env", "default", "yaml", "json", "toml"))
	const gozero = "github.com/zeromicro/go-zero/core/conf"
	put(t, gozero, "MustLoad Load", source(Config).into(1).tags("json"))
	put(t, gozero, "LoadFromJsonBytes LoadFromYamlBytes LoadFromTomlBytes", source(Config).into(1).tags("json"))
	// These only write the tag's default into the struct.
	put(t, "github.com/creasty/defaults", "Set MustSet", source(Config).into(0).tags("default"))
	put(t, "github.com/mcuadros/go-defaults", "SetDefaults", source(Config).into(0).tags("default"))
	decoderSources(t)
}

// decoderSources enters file formats that are configuration, never a request.
func decoderSources(t sourceTable) {
	for _, p := range []string{"gopkg.in/yaml.v2", "gopkg.in/yaml.v3", "github.com/goccy/go-yaml", "sigs.k8s.io/yaml"} {
		put(t, p, "Unmarshal", source(Config).into(1).tags("yaml"))
	}
	const toml = "github.com/BurntSushi/toml"
	put(t, toml, "Unmarshal Decode DecodeFile", source(Config).into(1).tags("toml"))
	put(t, "github.com/pelletier/go-toml", "Unmarshal", source(Config).into(1).tags("toml"))
	put(t, "github.com/pelletier/go-toml/v2", "Unmarshal", source(Config).into(1).tags("toml"))
}

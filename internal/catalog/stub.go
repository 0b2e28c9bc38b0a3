package catalog

func otherCalls() callTable              { return nil }
func wrapperCalls() callTable            { return nil }
func httpSinks() map[string]Sink         { return nil }
func browserSinks() map[string]Sink      { return nil }
func logSinks() map[string]Sink          { return nil }
func errorSinks() map[string]Sink        { return nil }
func noReturnTable() map[string]bool     { return nil }
func otherFields(map[string]FieldRole)   {}
func wrapperFields(map[string]FieldRole) {}
func otherAlgs(map[string]string)        {}

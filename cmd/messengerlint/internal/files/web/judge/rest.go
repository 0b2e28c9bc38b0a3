package judge

func (j *judge) findExposures() {}
func (j *judge) findLogs()      {}
func (j *judge) findPublic()    {}
func (j *judge) findLiterals()  {}

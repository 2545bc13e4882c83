package lib

import "example.com/tools"

func Name() string { return "lib with " + tools.Name }

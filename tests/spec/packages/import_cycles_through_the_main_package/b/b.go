package b

import "example.com/m"

func B() { m.C() }

package b

import "example.com/m/a"

func B() { a.A() }

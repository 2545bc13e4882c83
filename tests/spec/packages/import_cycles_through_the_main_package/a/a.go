package a

import "example.com/m/b"

func A() { b.B() }

package greet

import "example.com/greet/internal/mark"

type Greeting struct{ Text string }

func Hello(name string) Greeting { return Greeting{"hello, " + name + mark.End} }

package loud

import (
	"example.com/greet"
	"example.com/greet/internal/mark"
	words "other.org/Words/v2"
)

type Greeter struct{}

func Hello(name string) string { return words.Upper(greet.Hello(name).Text) + mark.End }

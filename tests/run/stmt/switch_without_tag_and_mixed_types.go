package main

import (
	"errors"
	"fmt"
)

type color int

const (
	red color = iota
	green
)

var errA = errors.New("a")

func kind(x any) string {
	switch x {
	case 1:
		return "int one"
	case "1":
		return "string one"
	case 1.0:
		return "float one"
	case nil:
		return "nil"
	case errA:
		return "errA"
	case [2]int{1, 2}:
		return "array"
	case red:
		return "red"
	}
	return fmt.Sprintf("other %v", x)
}

func main() {
	for _, x := range []any{1, "1", 1.0, nil, errA, [2]int{1, 2}, red, green, int8(1)} {
		fmt.Println(kind(x))
	}
}

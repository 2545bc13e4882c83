package main

import (
	"fmt"
	"math"
)

type k struct {
	a int
	b string
}

func main() {
	fmt.Println(map[string]int{"z": 1, "a": 2, "m": 3})
	fmt.Println(map[int]string{3: "c", -1: "a", 2: "b"})
	fmt.Println(map[float64]int{2.5: 1, math.Inf(-1): 2, math.NaN(): 3, 0: 4})
	fmt.Println(map[bool]int{true: 1, false: 0})
	fmt.Println(map[k]int{{2, "a"}: 1, {1, "z"}: 2, {1, "b"}: 3})
	fmt.Println(map[[2]int]int{{2, 1}: 1, {1, 9}: 2})
	fmt.Println(map[any]int{"b": 1, "a": 3, nil: 6, "": 2})
	fmt.Printf("%v %+v %#v\n", map[string]k{"x": {1, "y"}}, map[string]k{"x": {1, "y"}}, map[string]k{"x": {1, "y"}})
	fmt.Printf("%d %x %q\n", map[string]int{"a": 10}, map[string]int{"a": 10}, map[string]string{"b": "c"})
}

package main

import (
	"fmt"
	"os"
	"text/template"
	"time"
)

type Color int

func (c Color) String() string { return fmt.Sprintf("C%d", int(c)) }

type Point struct{ X, Y int }
type Pair[T any] struct{ A T }
type Zed float64
type Alpha bool
type Arr [2]int

func main() {
	fmt.Println(map[any]int{1: 1, "a": 2, 2.5: 3, nil: 4, 'x': 5, true: 6, int8(1): 7, int16(2): 8, int64(3): 9,
		uint(4): 10, uint8(5): 11, uint16(6): 12, uint32(7): 13, uint64(8): 14, float32(9): 15, complex64(10): 16,
		complex128(11): 17, uintptr(12): 18})
	m := map[any]string{
		Color(1): "color", Point{1, 2}: "point", Zed(1): "zed", Alpha(true): "alpha",
		Arr{1}: "arr", time.Second: "duration", time.March: "month", struct{ a, b int }{1, 2}: "anonymous",
		[2]string{"q"}: "array", 7: "int", "s": "string", 1.5: "float", Color(0): "color", 8: "int", struct{}{}: "empty",
	}
	fmt.Println(m)
	fmt.Println(map[fmt.Stringer]int{Color(3): 1, time.Minute: 2, time.May: 3, Color(1): 4})
	t := template.Must(template.New("").Parse("{{range $k, $v := .}}{{$k}}={{$v}} {{end}}\n"))
	if err := t.Execute(os.Stdout, m); err != nil {
		fmt.Println(err)
	}
}

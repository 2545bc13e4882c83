package main

import "fmt"

const (
	two   float32 = 2
	three float64 = 3
	four          = 4.0
	five  complex128 = 5
)

const table = 1<<two | 1<<three | 1<<five

var shifted = [1 << two]int{1, 2, 3}

func main() {
	fmt.Println(1<<two, 1<<three, 1<<four, 1<<five, 256>>three, table)
	fmt.Printf("%T %T %v\n", 1<<two, uint8(1)<<three, shifted)
	x := 1
	fmt.Println(x << four)
}

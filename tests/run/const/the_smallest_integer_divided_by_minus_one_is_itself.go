package main

import (
	"fmt"
	"math"
)

const smallest = -1 << 63

func main() {
	// Go's compiler divides constants that fit in machine words as machine words.
	fmt.Println(math.MinInt64/-1, smallest/-1+0, smallest%-1)
	fmt.Println(smallest/-2, -(smallest + 1), math.MinInt32/-1)
	const x int64 = smallest / -1
	fmt.Println(x)
}

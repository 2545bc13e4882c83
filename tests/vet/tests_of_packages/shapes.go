package shapes

import "fmt"

func Area(w, h int) int {
	fmt.Printf("%d by %s\n", w+h, w*h+1)
	fmt.Printf("%t %t %s\n", 1+2i, (w+h)*2, byte(65))
	fmt.Printf("%d %s\n", "x"+"y", w<<1|h&1 == 3)
	return w * h
}

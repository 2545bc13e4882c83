// A width or precision may be a little larger than a million: its last digit is not looked at.
package main

import (
	"fmt"
	"os"
)

func main() {
	for _, format := range []string{"%1000000d", "%1000001d", "%.1000009d", "%10000009d", "%10000010d", "%.10000010d", "%1000001[1]d"} {
		s := fmt.Sprintf(format, 1)
		if len(s) < 50 {
			fmt.Println(format, s)
		} else {
			fmt.Println(format, len(s))
		}
	}
	fmt.Println(fmt.Sprintf("%*d", 1000001, 1))
	fmt.Println(os.ErrNoHandle)
}

// The modules of a workspace see each other; none has to be required.
package main

import (
	"fmt"

	"example.com/far"
	"example.com/org/lib"
	"example.com/org/lib/sub"
)

func main() {
	fmt.Println(lib.Name(), sub.Name, far.Name)
}

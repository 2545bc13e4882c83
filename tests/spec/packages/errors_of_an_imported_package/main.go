// Only the packages whose imports have no errors are checked: what is wrong here may follow from those.
package main

import (
	"errors_of_an_imported_package/a"
	"errors_of_an_imported_package/c"
	"fmt"
)

func main() {
	fmt.Println(a.X+1, c.C)
	var unused int
}

package argv

import (
	"fmt"
	"os"
	"testing"
)

// A parser of flags that takes what follows -test.paniconexit0 for its value finds something there.
func TestArguments(t *testing.T) {
	fmt.Println(os.Args[1], os.Args[len(os.Args)-1])
}

package main

import (
	"errors"
	"fmt"
)

func main() {
	panic(fmt.Errorf("loading %q: %w", "a.txt", errors.New("no such file")))
}

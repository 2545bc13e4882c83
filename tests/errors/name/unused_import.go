package main

import (
	"fmt" // ERROR "imported and not used"
	"os" // ERROR "imported and not used"
	str "strings" // ERROR "imported as str and not used"
)

func main() {}

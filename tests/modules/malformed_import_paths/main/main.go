package main

import (
	_ "-x"
	_ "a/../b"
	_ "a/./b"
	_ "con"
	_ "example.com//y"
	_ "example.com/a."
	_ "example.com/x~1"
	_ "example.com/com7.h"
	_ "example.com/é"
	_ "fmt/"
)

func main() {}

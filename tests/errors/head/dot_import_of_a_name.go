package main

import . fmt // ERROR "import path must be a string"
import _
import "x" "y"

func main() {}

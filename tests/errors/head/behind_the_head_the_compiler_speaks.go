package main

import "fmt" as f // ERROR "unexpected name as after top level declaration"

func main() {}

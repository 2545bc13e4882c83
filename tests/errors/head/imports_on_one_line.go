package main

import ("fmt" "os") // ERROR

func main() { x := 1 }

package main

import 'fmt' // ERROR "illegal rune literal"

func main() { x := 1 }

package main

import “fmt” // ERROR "curly quotation mark '“'"

func main() {}

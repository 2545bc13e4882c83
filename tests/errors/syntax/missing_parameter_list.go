package main

func f { // ERROR "syntax error: unexpected {, expected ("
} // ERROR "syntax error: unexpected }, expected )"

func main() {}

package main

foo // ERROR "syntax error: non-declaration statement outside function body"

func main() {}

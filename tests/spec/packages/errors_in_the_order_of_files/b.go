package main

func main() {} // the first error that is found

func b() int { return "b" }

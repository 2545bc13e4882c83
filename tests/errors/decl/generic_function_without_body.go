package main

func generic[T any](T) // ERROR "generic function is missing function body"

func main() { generic(1) }

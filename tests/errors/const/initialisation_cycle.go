package main

const a = b // ERROR "initialization cycle for a"
const b = c
const c = a

func main() {}

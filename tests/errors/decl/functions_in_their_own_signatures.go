package main

func a() [a()[0]]int { panic(0) } // ERROR "a() (no value) used as value or type"
func b() [len(b())]int { panic(0) } // ERROR "b() (no value) used as value"
func c(x [len(c)]int) {} // ERROR "invalid argument: c (value of type func()) for built-in len"
func d(x *d) {} // ERROR "d (function) is not a type"

type T [len(q())]int // ERROR "invalid recursive type: T refers to itself"

func q() T

var x = y() // ERROR "invalid cycle in declaration of x"

func y() [len(x)]int

const n = len([1]func(){m}) // ERROR "invalid cycle in declaration of n"

func m() [n]int

func main() {}

package main

func f(a int, a string) {} // ERROR "a redeclared in this block"
func g(a int) (a int)   { return } // ERROR "a redeclared in this block" "result parameter a not in scope at return"
func h() (x, x int)     { return } // ERROR "x redeclared in this block" "result parameter x not in scope at return"

type r struct{}

func (v r) m(v int) {} // ERROR "v redeclared in this block"

func main() {}

package main

type T struct{}

func main() {
	a, b := 1, 2
	go func(a, b) // ERROR "expression in go must be function call" "a (local variable) is not a type" "b (local variable) is not a type"
	go func(int) string // ERROR "expression in go must be function call"
	go func(int) (string, error) // ERROR "expression in go must be function call"
	defer func(int) []int // ERROR "expression in defer must be function call"
	go []int // ERROR "expression in go must be function call"
	go [...]int // ERROR "expression in go must be function call" "invalid use of [...] array (outside a composite literal)"
	go [3]int // ERROR "expression in go must be function call"
	go chan int // ERROR "expression in go must be function call"
	go chan<- int // ERROR "expression in go must be function call"
	defer chan int // ERROR "expression in defer must be function call"
	go map[a]int // ERROR "expression in go must be function call" "a (local variable) is not a type"
	defer map[string]int // ERROR "expression in defer must be function call"
	go struct{} // ERROR "expression in go must be function call"
	defer interface{} // ERROR "expression in defer must be function call"
	go undef // ERROR "expression in go must be function call" "undefined: undef"
	go T // ERROR "expression in go must be function call"
	go T{} // ERROR "expression in go must be function call"
	defer T{} // ERROR "expression in defer must be function call"
	go []int{} // ERROR "expression in go must be function call"
	go a // ERROR "expression in go must be function call"
	defer a.b // ERROR "expression in defer must be function call" "a.b undefined (type int has no field or method b)"
	go int(3) // ERROR "go requires function call, not conversion int(3) (constant 3 of type int)"
	defer []byte("x") // ERROR "defer requires function call, not conversion []byte("
	go func() {} // ERROR "expression in go must be function call"
	defer func(int)(nil) // ERROR "expression in defer must be function call" "nil (untyped nil) is not a type"
	go len("x") // ERROR "go discards result of len("
	go (main()) // ERROR "expression in go must not be parenthesized"
	defer (main)()
	defer ((main())) // ERROR "expression in defer must not be parenthesized"
	go (undefd) // ERROR "expression in go must not be parenthesized" "expression in go must be function call" "undefined: undefd"
	defer (undefd()) // ERROR "expression in defer must not be parenthesized" "undefined: undefd"
}

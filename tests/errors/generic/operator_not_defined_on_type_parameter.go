package main

func Add[T any](a, b T) T          { return a + b } // ERROR "invalid operation: operator + not defined on a (variable of type T constrained by any)"
func Less[T comparable](a, b T) bool { return a < b } // ERROR "invalid operation: a < b (type parameter T cannot use operator <)"
func Eq[T any](a, b T) bool        { return a == b } // ERROR "invalid operation: a == b (incomparable types in type set)"
func Neg[T ~string](a T) T         { return -a } // ERROR "invalid operation: operator - not defined on a (variable of type T constrained by ~string)"
func Mod[T ~int | ~float64](a T) T { return a % 2 } // ERROR "invalid operation: operator % not defined on a (variable of type T constrained by ~int | ~float64)"
func Not[T ~bool | ~int](a T) T    { return !a } // ERROR "invalid operation: operator ! not defined on a (variable of type T constrained by ~bool | ~int)"
func Nil[T any](a T) bool          { return a == nil } // ERROR "invalid operation: a == nil (mismatched types T and untyped nil)"

func main() {}

package main

func A[T any](t T) int             { return int(t) } // ERROR "cannot convert t (variable of type T constrained by any) to type int"
func B[T ~string](t T) int         { return int(t) } // ERROR "cannot convert t (variable of type T constrained by ~string) to type int: cannot convert string (in T) to type int"
func C[T ~int | ~string](t T) float64 { return float64(t) } // ERROR "cannot convert t (variable of type T constrained by ~int | ~string) to type float64: cannot convert string (in T) to type float64"
func D[T ~int8](i int) T           { return T(300) } // ERROR "cannot convert 300 (untyped int value) to type T: constant 300 overflows int8 (in T)"
func E[T, U any](t T) U            { return U(t) } // ERROR "cannot convert t (variable of type T constrained by any) to type U"

func main() {}

package main

func A[T any](t T) int                     { return len(t) } // ERROR "invalid argument: t (variable of type T constrained by any) for built-in len"
func B[T any](t T)                         { _ = t[0] } // ERROR "cannot index t (variable of type T constrained by any)"
func C[T any](t T)                         { for range t { } } // ERROR "cannot range over t (variable of type T constrained by any): no specific type"
func D[T []int | map[int]int](t T)         { _ = t[0] } // ERROR "cannot index t (variable of type T constrained by []int | map[int]int)"
func E[T ~[]int | ~[]string](t T)          { for _, v := range t { _ = v } } // ERROR "cannot range over t (variable of type T constrained by ~[]int | ~[]string): []int and []string have different underlying types"
func F[T any](t T)                         { t() } // ERROR "invalid operation: cannot call t (variable of type T constrained by any): no specific type"
func G[T any](t T)                         { t <- 1 } // ERROR "invalid operation: cannot send to t (variable of type T constrained by any): no specific channel type"
func H[T any]() T                          { return make(T) } // ERROR "invalid argument: cannot make T: no specific type"

func main() {}

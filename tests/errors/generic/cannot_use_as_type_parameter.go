package main

func A[T any]() T              { return 1 } // ERROR "cannot use 1 (untyped int constant) as T value in return statement"
func B[T any](t T) int         { return t } // ERROR "cannot use t (variable of type T constrained by any) as int value in return statement"
func C[T ~int](t T) int        { return t } // ERROR "cannot use t (variable of type T constrained by ~int) as int value in return statement"
func D[T, U any](t T) U        { return t } // ERROR "cannot use t (variable of type T constrained by any) as U value in return statement"
func E[T any]() T              { return nil } // ERROR "cannot use nil as T value in return statement"
func F[T ~int | ~string]() T   { return 0 } // ERROR "cannot use 0 (untyped int constant) as T value in return statement"
func G[T any](t T) { var x int = t; _ = x } // ERROR "cannot use t (variable of type T constrained by any) as int value in variable declaration"

func main() {}

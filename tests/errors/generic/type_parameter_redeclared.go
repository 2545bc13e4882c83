package main

func f[T, T any](x T) {} // ERROR "T redeclared in this block"

type s[K any, K comparable] struct{} // ERROR "K redeclared in this block"

func g[T any](T T) {} // ERROR "T redeclared in this block"

func h[T any]() { type T int; var T int = 1 } // ERROR "T redeclared in this block"

func main() {}

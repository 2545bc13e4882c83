package main

type t int
type i interface{ M() }

type a interface{ ~t } // ERROR "invalid use of ~ (underlying type of t is int)"
type b interface{ int | i } // ERROR "cannot use main.i in union (main.i contains methods)"
type c interface{ int | comparable } // ERROR "cannot use comparable in union"
type d interface{ int | int } // ERROR "overlapping terms int and int"
type e interface{ ~int | t | int } // ERROR "overlapping terms main.t and ~int" "overlapping terms int and ~int"
type f interface{ ~i } // ERROR "invalid use of ~ (i is an interface)"
type g[T any] interface{ T | int } // ERROR "term cannot be a type parameter"

func main() {}

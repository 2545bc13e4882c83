package main

import "fmt"

func main() {
	var s fmt.Stringer
	var e error = s // ERROR "cannot use s (variable of interface type fmt.Stringer) as error value in variable declaration: fmt.Stringer does not implement error (missing method Error)"
	var str string = s // ERROR "cannot use s (variable of interface type fmt.Stringer) as string value in variable declaration"
	_, _ = e, str
}

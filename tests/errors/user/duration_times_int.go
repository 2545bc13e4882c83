package main

import "time"

func main() {
	n := 5
	time.Sleep(n * time.Second) // ERROR "invalid operation: n * time.Second (mismatched types int and time.Duration)"
	time.Sleep(2.5 * time.Second) // ERROR "2.5 (untyped float constant) truncated to int64"
	time.Sleep(n) // ERROR "cannot use n (variable of type int) as time.Duration value in argument to time.Sleep"
}

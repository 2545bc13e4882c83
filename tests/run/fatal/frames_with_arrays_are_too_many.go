// A recursion that never ends, whose frames have an array each: it ends at the limit of the stack, long before memory does.
package main

func f(n int) int {
	var a [100]int
	a[n%100] = n
	return f(n+1) + a[0]
}

func main() { println(f(0)) }

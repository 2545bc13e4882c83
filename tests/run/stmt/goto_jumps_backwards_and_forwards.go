package main

import "fmt"

func collatz(n int) int {
	steps := 0
top:
	if n == 1 {
		goto done
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto top
	}
	n = 3*n + 1
	goto top
done:
	return steps
}

func main() {
	fmt.Println(collatz(1), collatz(6), collatz(27))
	i := 0
again:
	for {
		i++
		if i%2 == 0 {
			goto again
		}
		if i > 6 {
			goto out
		}
		fmt.Println(i)
	}
out:
	fmt.Println("out", i)
}

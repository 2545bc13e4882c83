package main

import (
	"fmt"
	"os"
)

func afterReturn() int {
	return 1
	fmt.Println("never")
	return 2
}

func afterPanic() {
	panic("x")
	fmt.Println("never")
}

func afterLoop() {
	for {
	}
	fmt.Println("never")
}

func afterBreak() {
	for {
		break
	}
	fmt.Println("reached")
	for {
		for {
			break
		}
	}
	fmt.Println("never")
}

func labelled() {
outer:
	for {
		for {
			break outer
			fmt.Println("never")
		}
	}
	fmt.Println("reached")
}

func ifs(b bool) int {
	if b {
		return 1
	} else {
		return 2
	}
	return 3
}

func ifsOpen(b bool) int {
	if b {
		return 1
	}
	return 3
}

func switches(n int) int {
	switch n {
	case 1:
		return 1
	default:
		panic("no")
	}
	return 3
}

func switchesOpen(n int) int {
	switch n {
	case 1:
		return 1
	case 2:
		break
		fmt.Println("never")
	default:
		return 2
	}
	return 3
}

func types(x any) string {
	switch x.(type) {
	case int:
		return "int"
	case string:
		return "string"
	}
	return "?"
}

func selects(c chan int) int {
	select {
	case x := <-c:
		return x
	}
	return 0
}

func empty() {
	select {}
	fmt.Println("never")
}

func gotos() {
	goto end
	fmt.Println("never")
end:
	fmt.Println("reached")
}

func continues() {
	for i := range 3 {
		continue
		fmt.Println(i)
	}
	for i := 0; i < 3; i++ {
		if i == 1 {
			continue
		} else {
			break
		}
		i++
	}
}

func exits() {
	os.Exit(1)
	fmt.Println("not seen by the check")
}

func blocks() {
	{
		return
	}
	var x int
	_ = x
}

func lits() {
	f := func() {
		return
		fmt.Println("never")
	}
	f()
	return
	;
}

func falls(n int) {
	switch n {
	case 1:
		fallthrough
	case 2:
		return
	default:
		return
	}
	n++
}

func own() {
	panic := func(string) {}
	panic("not really")
	fmt.Println("reached")
}

func deferred() {
	return
	defer fmt.Println("never")
}

func main() {}

package main

import "fmt"

func seq(yield func(int, string) bool) {
	for i, s := range []string{"a", "b", "c"} {
		if !yield(i, s) {
			return
		}
	}
}

func main() {
	var fs []func() string
	total := 0
	for i, s := range seq {
		fs = append(fs, func() string { i *= 10; return fmt.Sprint(i, s) })
		total += i
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println(total)
	n := 0
	for range seq {
		n++
		func() {
			for range seq {
				n += 100
				if n > 150 {
					return
				}
			}
		}()
	}
	fmt.Println(n)
}

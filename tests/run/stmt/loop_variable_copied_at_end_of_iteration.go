package main

import "fmt"

func main() {
	var show []func()
	for i := 0; i < 6; i++ {
		show = append(show, func() { fmt.Print(i, ",") })
		i++
		if i == 3 {
			continue
		}
	}
	for _, f := range show {
		f()
	}
	fmt.Println()
	// the condition and the post statement see the new variable
	var last *int
	for i := 0; i < 3; i++ {
		if last != nil {
			*last = 100
		}
		last = &i
	}
	fmt.Println(*last)
}

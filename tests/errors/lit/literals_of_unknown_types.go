package main

import "fmt"

func f(int) {}

func main() {
	c := 3 // ERROR "declared and not used: c"
	unknown{}(c) // ERROR "undefined: unknown"
	e := 5
	println{}(e) // ERROR "println"
	x := unknown{} // ERROR "undefined: unknown"
	x.f()
	x = 1
	unknown{1, e}.f() // ERROR "undefined: unknown"
	_ = unknown{} + 1 // ERROR "undefined: unknown"
	_ = -unknown{} // ERROR "undefined: unknown"
	_ = unknown{}[0] // ERROR "undefined: unknown"
	_ = *unknown{} // ERROR "undefined: unknown"
	_ = &unknown{} // ERROR "undefined: unknown"
	_ = <-unknown{} // ERROR "undefined: unknown"
	_ = unknown{}.(int) // ERROR "undefined: unknown"
	_ = int(unknown{}) // ERROR "undefined: unknown"
	_ = len(unknown{}) // ERROR "undefined: unknown"
	_ = append(unknown{}, 1) // ERROR "undefined: unknown"
	_ = unknown{} == nil // ERROR "undefined: unknown"
	_ = []int{unknown{}} // ERROR "undefined: unknown"
	_ = map[unknown]int{unknown{}: 1} // ERROR "undefined: unknown"
	f(unknown{}) // ERROR "undefined: unknown"
	fmt.Println(unknown{}, unknown{1}...) // ERROR "undefined: unknown" "too many arguments in call to fmt.Println"
	for range (unknown{}) { // ERROR "undefined: unknown"
	}
	switch (unknown{}) { // ERROR "undefined: unknown"
	case 1:
	}
	switch (unknown{}).(type) { // ERROR "undefined: unknown"
	case int:
	}
	if (unknown{}) { // ERROR "non-boolean condition in if statement" "undefined: unknown"
	}
	go unknown{}() // ERROR "undefined: unknown"
	defer unknown{}.f() // ERROR "undefined: unknown"
	unknown{} // ERROR "undefined: unknown"
	unknown{}++ // ERROR "undefined: unknown"
	unknown{} = 1 // ERROR "undefined: unknown"
	unknown{}, e = 1, 2 // ERROR "undefined: unknown"
	var a, b = unknown{} // ERROR "declared and not used: a" "declared and not used: b" "undefined: unknown" "assignment mismatch: 2 variables but 1 value"
	close(unknown{}) // ERROR "undefined: unknown"
	var i interface{ M() } = unknown{} // ERROR "declared and not used: i" "undefined: unknown"
	func() int { return unknown{} }() // ERROR "undefined: unknown"
	g(unknown{}) // ERROR "undefined: unknown"
	h[unknown]() // ERROR "undefined: unknown"
	(unknown{}).x = 1 // ERROR "undefined: unknown"
	unknown{}[:] = 1 // ERROR "undefined: unknown"
}

func g[T any](T) {}
func h[T any]()  {}

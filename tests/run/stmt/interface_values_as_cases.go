package main

import "fmt"

type celsius float64

type shower interface{ show() string }

func (c celsius) show() string { return fmt.Sprint(float64(c), "C") }

func find(n int, list ...any) string {
	for i, x := range list {
		switch n {
		case x:
			return fmt.Sprint("int equals number ", i)
		}
	}
	return "no int"
}

func generic[T comparable](t T, i any) string {
	switch t {
	case i:
		return fmt.Sprintf("%T equal", t)
	}
	switch i {
	case t:
		return "one way only"
	}
	return fmt.Sprintf("%T differs", t)
}

func main() {
	fmt.Println(find(3, "3", 3.0, int8(3), 3), find(4, nil, 5))

	var s any = "text"
	switch "text" + "" {
	case s:
		fmt.Println("string")
	}
	text := "other"
	switch text {
	case nil2(), s:
		fmt.Println("wrong")
	case any("other"):
		fmt.Println("other string")
	}

	switch c := celsius(21); c {
	case shower(celsius(20)):
		fmt.Println("wrong")
	case shower(celsius(21)):
		fmt.Println("warm", c.show())
	}

	switch b := true; b {
	case any(1):
		fmt.Println("wrong")
	case any(true):
		fmt.Println("bool")
	}

	type point struct{ x, y int }
	switch (point{1, 2}) {
	case any(point{1, 2}):
		fmt.Println("struct")
	}

	fmt.Println(generic(1, 1), generic("a", "a"), generic(1, int64(1)), generic(celsius(1), celsius(1)))
	fmt.Println(generic([2]string{"a"}, [2]string{"a"}), generic[any](7, 7))

	defer func() { fmt.Println(recover()) }()
	switch text {
	case any([]int{}):
	}
	fmt.Println("different types are not compared")
	var list any = []int{}
	switch list {
	case any([]int{}):
	}
}

func nil2() any { return nil }

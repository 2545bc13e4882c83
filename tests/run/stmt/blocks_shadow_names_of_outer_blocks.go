package main

import "fmt"

var x = "package"

func main() {
	fmt.Println(x)
	x := x + "!"
	fmt.Println(x)
	{
		x := len(x)
		fmt.Println(x)
		{
			var x = float64(x) / 2
			fmt.Println(x)
		}
	}
	for x := 0; x < 1; x++ {
		x := "body"
		fmt.Println(x)
	}
	switch x := any(x).(type) {
	case string:
		x += "?"
		fmt.Println(x)
	}
	fmt.Println(x)
	len := func(int) int { return 42 }
	true := false
	fmt.Println(len(3), true)
	type string int
	var s string = 5
	fmt.Println(s)
	nil := 3
	fmt.Println(nil)
}

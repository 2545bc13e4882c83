package main

func main() {
	var a struct{ x int } // ERROR "declared and not used: a"
	var b struct{ x int `tag:"y"` }
	var c struct{ y int }
	a = b // ERROR "cannot use b (variable of type struct{x int"
	a = c // ERROR "cannot use c (variable of type struct{y int}) as struct{x int} value in assignment"
	var d []struct{ x int } = []struct{ x int64 }{} // ERROR "cannot use []struct{x int64}{} (value of type []struct{x int64}) as []struct{x int} value in variable declaration"
	_ = d
}

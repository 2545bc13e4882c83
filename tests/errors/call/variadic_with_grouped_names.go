package main

func main() {
	var values []int
	vf(1, values...)
	vf(values) // ERROR "cannot use values (variable of type []int) as int value in argument to vf"
	vf(values...) // ERROR "not enough arguments in call to vf"
}

func vf(s, values ...int) { // ERROR "can only use ... with final parameter"
}

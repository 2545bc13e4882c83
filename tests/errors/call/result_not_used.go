package main

func main() {
	x := 1
	x // ERROR "x (variable of type int) is not used"
	x + 1 // ERROR "x + 1 (value of type int) is not used"
	"a" // ERROR "(untyped string constant) is not used"
	f := func() int { return 1 }
	f // ERROR "f (variable of type func() int) is not used"
	len("abc") // ERROR ") (constant 3 of type int) is not used"
	[]int{1} // ERROR "[]int{…} (value of type []int) is not used"
	x == 1 // ERROR "x == 1 (untyped bool value) is not used"
	-x // ERROR "-x (value of type int) is not used"
	append([]int{}, 1) // ERROR "append([]int{}, 1) (value of type []int) is not used"
	make([]int, 1) // ERROR "make([]int, 1) (value of type []int) is not used"
	new(int) // ERROR "new(int) (value of type *int) is not used"
	func() {} // ERROR "func() {} (value of type func()) is not used"
	cap([]int{}) // ERROR "cap([]int{}) (value of type int) is not used"
	int(x) // ERROR "int(x) (value of type int) is not used"
}

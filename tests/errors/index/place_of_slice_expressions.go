package main

type T struct{ s []int }

func f(int) {}
func main() {
	s := "hello"
	t := T{}
	var a int = s[1:3] // ERROR "declared and not used: a" "cannot use s[1:3] (value of type string) as int value in variable declaration"
	a = t.s[1:2] // ERROR "cannot use t.s[1:2] (value of type []int) as int value in assignment"
	f(s[1:]) // ERROR "cannot use s[1:] (value of type string) as int value in argument to f"
	_ = s[1:] + 1 // ERROR "invalid operation: s[1:] + 1 (mismatched types string and untyped int)"
	_ = s[1:] == 2 // ERROR "invalid operation: s[1:] == 2 (mismatched types string and untyped int)"
	_ = 1 + s[1:] // ERROR "invalid operation: 1 + s[1:] (mismatched types untyped int and string)"
	s[1:] = "x" // ERROR "cannot assign to s[1:] (neither addressable nor a map index expression)"
	s[1:]++ // ERROR "invalid operation: s[1:]++ (non-numeric type string)"
	s[1:] // ERROR "s[1:] (value of type string) is not used"
	t.s[1:] // ERROR "t.s[1:] (value of type []int) is not used"
	t.s[1:].x() // ERROR "t.s[1:].x undefined (type []int has no field or method x)"
	t.s[1:].x = 1 // ERROR "t.s[1:].x undefined (type []int has no field or method x)"
	_ = t.s[1:](1) // ERROR "invalid operation: cannot call t.s[1:] (value of type []int): []int is not a function"
	_ = &t.s[1:] // ERROR "invalid operation: cannot take address of t.s[1:] (value of type []int)"
	_ = *t.s[1:] // ERROR "invalid operation: cannot indirect t.s[1:] (value of type []int)"
	_ = -t.s[1:] // ERROR "invalid operation: operator - not defined on t.s[1:] (value of type []int)"
	_ = !s[1:] // ERROR "invalid operation: operator ! not defined on s[1:] (value of type string)"
	_ = <-s[1:] // ERROR "invalid operation: cannot receive from non-channel string s[1:] (value of type string)"
	_ = int(s[1:]) // ERROR "cannot convert s[1:] (value of type string) to type int"
	_ = []int{s[1:]} // ERROR "cannot use s[1:] (value of type string) as int value in array or slice literal"
	_ = map[string]int{s[1:]: s[1:]} // ERROR "cannot use s[1:] (value of type string) as int value in map literal"
	_ = T{s[1:]} // ERROR "cannot use s[1:] (value of type string) as []int value in struct literal"
	if s[1:] { // ERROR "non-boolean condition in if statement"
	}
	for s[1:] { // ERROR "non-boolean condition in for statement"
	}
	switch s[1:] {
	case t.s[1:]: // ERROR "invalid case t.s[1:] in switch on s[1:] (mismatched types []int and string)"
	}
	switch s[1:].(type) { // ERROR "s[1:] (value of type string) is not an interface"
	}
	for range s[1:][0] {
	}
	for a := range t.s[1:].x { // ERROR "t.s[1:].x undefined (type []int has no field or method x)"
		_ = a
	}
	go s[1:] // ERROR "expression in go must be function call"
	defer s[1:] // ERROR "expression in defer must be function call"
	return s[1:] // ERROR "too many return values"
}
func g() (int, string) { s := "a"; return s[1:] } // ERROR "not enough return values"
func h() int { s := "a"; return s[1:] } // ERROR "cannot use s[1:] (value of type string) as int value in return statement"
func h2() int { s := "a"; return s[1:], s[1:] } // ERROR "too many return values"
func h3() (a, b int) { var s []int; a, b = s[1:], s[1:]; return s[1:], 1 } // ERROR "cannot use s[1:] (value of type []int) as int value in multiple assignment" "cannot use s[1:] (value of type []int) as int value in return statement"
func i() {
	var s []int
	var c chan int
	c <- s[1:] // ERROR "cannot use s[1:] (value of type []int) as int value in send"
	s[1:] <- 1 // ERROR "invalid operation: cannot send to non-channel []int s[1:] (value of type []int)"
	_ = len(s[1:], 1) // ERROR "invalid operation: too many arguments for len(s[1:], 1) (expected 1, found 2)"
	_ = cap(s[1:][1:])
	_ = append(s[1:], s[1:]) // ERROR "cannot use s[1:] (value of type []int) as int value in argument to append"
	_ = append(s[1:][0], 1) // ERROR "invalid append: argument must be a slice; have s[1:][0] (variable of type int)"
	copy(s[1:]) // ERROR "invalid operation: not enough arguments for copy(s[1:]) (expected 2, found 1)"
	copy(s[1:], s[1:][0]) // ERROR "invalid copy: argument must be a slice; have s[1:][0] (variable of type int)"
	delete(s[1:], 1) // ERROR "invalid argument: s[1:] (value of type []int) is not a map"
	_ = make(s[1:]) // ERROR "s[1:] is not a type"
	new(s[1:]) // ERROR "new(s[1:]) (value of type *[]int) is not used"
	_ = s["a":] // ERROR "cannot convert"
	_ = s[1:][1.5] // ERROR "1.5 (untyped float constant) truncated to int"
	_ = s[s[1:]] // ERROR "invalid argument: index s[1:] (value of type []int) must be integer"
	_ = s[1:2:s[1:]] // ERROR "invalid argument: index s[1:] (value of type []int) must be integer"
	_ = s[1:].(int) // ERROR "invalid operation: s[1:] (value of type []int) is not an interface"
	const k = s[1:] // ERROR "s[1:] (value of type []int) is not constant"
	var arr [s[1:]]int // ERROR "declared and not used: arr" "array length s[1:] (value of type []int) must be constant"
	type X [len(s[1:])]int // ERROR "array length len(s[1:]) (value of type int) must be constant"
	_ = s[1:] && true // ERROR "invalid operation: s[1:] && true (mismatched types []int and untyped bool)"
	_ = s[1:] << 1 // ERROR "invalid operation: shifted operand s[1:] (value of type []int) must be integer"
	_ = 1 << s[1:] // ERROR "invalid operation: shift count s[1:] (value of type []int) must be integer"
	var x, y, z = s[1:], 1 // ERROR "declared and not used: y" "missing init expr for z" "declared and not used: z"
	p, q := s[1:], 1, 2 // ERROR "declared and not used: p" "declared and not used: q" "assignment mismatch: 2 variables but 3 values"
	x += s[1:] // ERROR "invalid operation: operator + not defined on x (variable of type []int)"
	s[1:], x = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	if a := s[1:]; a {} // ERROR "non-boolean condition in if statement"
	s[2:1] // ERROR "s[2:1] (value of type []int) is not used" "invalid slice indices: 1 < 2"
	_ = s[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[5:] // ERROR "invalid argument: index 5 out of bounds [0:4]"
	_ = [3]int{1,2,3}[:] // ERROR "cannot slice unaddressable value [3]int{…} (value of type [3]int)"
	_ = (s)[1:]().y // ERROR "invalid operation: cannot call (s)[1:] (value of type []int): []int is not a function"
	var e error = s[1:] // ERROR "declared and not used: e" "cannot use s[1:] (value of type []int) as error value in variable declaration: []int does not implement error (missing method Error)"
	func() int {}()[1:] // ERROR "cannot slice func() int {}() (value of type int)" "missing return"
	panic(s[1:], 2) // ERROR "invalid operation: too many arguments for panic(s[1:], 2) (expected 1, found 2)"
	print(s[1:])
	_ = min(s[1:], 1) // ERROR "invalid argument: s[1:] (value of type []int) cannot be ordered"
	_ = func(int) {}(s[1:]) // ERROR "func(int) {}(s[1:]) (no value) used as value" "cannot use s[1:] (value of type []int) as int value in argument to func(int) {}"
L: // ERROR "label L defined and not used"
	s[1:] // ERROR "s[1:] (value of type []int) is not used"
}

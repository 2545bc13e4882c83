package main

type myErr struct{ msg string }

func run() error {
	return myErr{"x"} // ERROR "cannot use myErr{…} (value of struct type myErr) as error value in return statement: myErr does not implement error (missing method Error)"
}

func run2() error {
	return &myErr{"x"} // ERROR "cannot use &myErr{…} (value of type *myErr) as error value in return statement: *myErr does not implement error (missing method Error)"
}

func main() {}

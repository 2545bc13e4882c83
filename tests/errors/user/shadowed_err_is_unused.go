package main

func f() (int, error) { return 0, nil }

func main() {
	var err error
	if true {
		x, err := f() // ERROR "declared and not used: x" "declared and not used: err"
	}
	println(err)
}

package main

func main() {
	var x any
	switch v := x.(type) { // ERROR "v declared and not used"
	case int:
	case string:
	}
}

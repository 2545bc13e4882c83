package main

func main() {
	x := 1
	switch x {
	case 1, 2:
	case 2: // ERROR "duplicate case 2 (constant of type int) in expression switch"
	case 3, 3: // ERROR "duplicate case 3 (constant of type int) in expression switch"
	}
	switch "a" {
	case "a":
	case "b", "a": // ERROR "(constant of type string) in expression switch"
	}
	switch true {
	case true:
	case true:
	}
	const c = 5
	switch x {
	case c:
	case 5: // ERROR "duplicate case 5 (constant of type int) in expression switch"
	}
}

package main

func main() {
	x := 1
	switch x {
	case "a": // ERROR "(untyped string constant) to type int"
	case 1.5: // ERROR "1.5 (untyped float constant) truncated to int"
	case nil: // ERROR "cannot convert nil to type int"
	case true: // ERROR "cannot convert true (untyped bool constant) to type int"
	}
	switch {
	case 1: // ERROR "cannot convert 1 (untyped int constant) to type bool"
	case x: // ERROR "invalid case x in switch on true (mismatched types int and bool)"
	}
	switch s := "a"; s {
	case 'a': // ERROR "cannot convert 'a' (untyped rune constant 97) to type string"
	}
}

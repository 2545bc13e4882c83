package main

func main() {
	var a int;                                                                                                                                                                                                                                      _ = a + "x"; _ = b; _ = c // ERROR "mismatched types" "undefined: b" "undefined: c"
                                                                                                                                                                                                                                                         x1; x2; x3; x4 // ERROR "x1" "x2" "x3" "x4"
                                                                                                                                                                                                                                                                                                            switch any(1).(type) { case int: case int: } // ERROR "duplicate case int in type switch"
}

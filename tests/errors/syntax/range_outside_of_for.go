package main

func f() (n int) {
	for i
	println(f()) := range seq { // ERROR "cannot use println(f()) := <bad expr> as value" "unexpected keyword range, expected expression"
		n += i
	} // ERROR "unexpected }, expected semicolon or newline"
} // ERROR "unexpected }, expected { after for clause"
func g() { // ERROR "unexpected name g, expected ("
	for x := 1; y := range z; { // ERROR "unexpected keyword for at end of statement" "cannot use y := <bad expr> as value"
	} // ERROR "unexpected }, expected semicolon or newline"
	for range x := 1 { // ERROR "unexpected keyword for, expected { after for clause"
	}
	for x := range y := z { // ERROR "unexpected :=, expected { after for clause"
	}
	if x := range y { // ERROR "unexpected keyword range, expected expression"
	} // ERROR "unexpected }, expected {"
	x := range y
	for a, b := 1, range c { // ERROR "unexpected keyword for, expected expression"
	} // ERROR "unexpected }, expected {"
	for a() := range c { // ERROR "unexpected keyword for, expected expression"
	} // ERROR "unexpected }, expected { after for clause"
	for a.b := range c {
	}
	for a[1], 2 := range c {
	}
}

package main

func main() {
	a, b := 1, 2
	if a = b { // ERROR "syntax error: cannot use assignment a = b as value"
	}
	if a := b { // ERROR "syntax error: cannot use a := b as value"
	}
	for a = 1 { // ERROR "syntax error: cannot use assignment a = 1 as value"
	}
	switch a := 1 { // ERROR "syntax error: cannot use a := 1 as value"
	}
}

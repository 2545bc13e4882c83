package main

// ERROR@5 "comment not terminated" "unexpected newline in parameter list; possibly missing comma or ]"

func f[P /*T, T any]() {
	var p P
}

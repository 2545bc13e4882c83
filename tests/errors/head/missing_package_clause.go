func main() { // ERROR "expected 'package', found 'func'"
	x := 1
}

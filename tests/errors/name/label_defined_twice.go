package main

func main() {
	L:
		for {
			break L
		}
	L: // ERROR "label L already defined at label_defined_twice.go:4:2"
		for {
			continue L // ERROR "invalid continue label L"
		}
}

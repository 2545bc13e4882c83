package main

func main() {
	_ = int(nil) // ERROR "cannot convert nil to type int"
	_ = string(nil) // ERROR "cannot convert nil to type string"
	_ = struct{}(nil) // ERROR "cannot convert nil to type struct{}"
	_ = [2]int(nil) // ERROR "cannot convert nil to type [2]int"
}

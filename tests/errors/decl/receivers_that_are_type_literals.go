package main

func (x func()) a()                {} // ERROR "invalid receiver type func()"
func (x func(int) (string, error)) b() {} // ERROR "invalid receiver type func(int) (string, error)"
func (x *func()) c()               {} // ERROR "invalid receiver type *func()"
func (x map[string]int) d()        {} // ERROR "invalid receiver type map[string]int"
func (x []int) e()                 {} // ERROR "invalid receiver type []int"
func (x chan int) f()              {} // ERROR "invalid receiver type chan int"
func (struct{}) g()                {} // ERROR "invalid receiver type struct{}"

func main() {}

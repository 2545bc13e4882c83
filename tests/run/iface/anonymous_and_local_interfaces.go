package main

import "fmt"

type dog struct{}

func (dog) Speak() string    { return "woof" }
func (dog) Legs(n int) int   { return n * 4 }

func speak(s interface{ Speak() string }) string { return s.Speak() }

func main() {
	type legged interface{ Legs(int) int }
	var l legged = dog{}
	fmt.Println(speak(dog{}), l.Legs(2), speak(l.(interface{ Speak() string })))
	xs := []interface {
		Speak() string
		Legs(int) int
	}{dog{}, &dog{}}
	for _, x := range xs {
		fmt.Printf("%T %s\n", x, x.Speak())
	}
	m := map[interface{ Speak() string }]int{dog{}: 1}
	fmt.Println(m[dog{}], len(m))
	var e interface{} = xs[0]
	_, ok := e.(legged)
	fmt.Println(ok)
}

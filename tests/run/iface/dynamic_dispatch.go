package main

import (
	"fmt"
	"math"
)

type shape interface {
	Area() float64
	Perimeter() float64
}

type rect struct{ w, h float64 }
type circle struct{ r float64 }
type square struct{ rect }
type unit float64

func (r rect) Area() float64        { return r.w * r.h }
func (r rect) Perimeter() float64   { return 2 * (r.w + r.h) }
func (c *circle) Area() float64     { return math.Pi * c.r * c.r }
func (c *circle) Perimeter() float64 { return 2 * math.Pi * c.r }
func (u unit) Area() float64        { return float64(u) }
func (u unit) Perimeter() float64   { return -float64(u) }
func (s square) String() string     { return "square" }

func main() {
	shapes := []shape{rect{2, 3}, &circle{1}, square{rect{2, 2}}, &square{rect{3, 3}}, unit(1.5)}
	total := 0.0
	for _, s := range shapes {
		fmt.Printf("%T %.3f %.3f\n", s, s.Area(), s.Perimeter())
		total += s.Area()
		if st, ok := s.(fmt.Stringer); ok {
			fmt.Println(st)
		}
	}
	fmt.Printf("%.4f\n", total)
	var s shape
	fmt.Println(s == nil)
	s = shapes[0]
	fmt.Println(s == rect{2, 3}, s != shapes[1], s == shapes[0])
}

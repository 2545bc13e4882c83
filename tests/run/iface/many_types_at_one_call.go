// A call through an interface that meets more and more types, some of which another call has met before; then a nil one.
package main

import "fmt"

type namer interface{ name(int) string }

type a struct{}
type b struct{ n int }
type c struct{ s string }
type d []int
type e int
type f func() string
type g map[string]int

func (a) name(k int) string   { return fmt.Sprint("a", k) }
func (v *b) name(k int) string { v.n += k; return fmt.Sprint("b", v.n) }
func (v c) name(k int) string { return v.s + fmt.Sprint(k) }
func (v d) name(k int) string { return fmt.Sprint("d", len(v), k) }
func (v e) name(k int) string { return fmt.Sprint("e", int(v)*k) }
func (v f) name(k int) string { return v() + fmt.Sprint(k) }
func (v g) name(k int) string { return fmt.Sprint("g", v["k"]+k) }

func first(n namer, k int) string  { return n.name(k) }
func second(n namer, k int) string { return n.name(k + 1) }

func main() {
	all := []namer{a{}, &b{}, c{"c"}, d{1, 2}, e(3), f(func() string { return "f" }), g{"k": 4}}
	for most := 1; most <= len(all); most++ {
		for round := range 3 {
			for i, n := range all[:most] {
				fmt.Print(first(n, round), " ")
				if i%2 == 1 {
					fmt.Print(second(all[(i+round)%most], i), " ")
				}
			}
		}
		fmt.Println()
	}
	for i := len(all) - 1; i >= 0; i-- {
		fmt.Print(second(all[i], i), " ", first(all[i], i), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	fmt.Println(first(nil, 0))
}

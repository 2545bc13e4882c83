// len and cap of variables whose addresses calls get that change them: the length is that of when it is asked for.
package main

import "fmt"

func grow(s *string) int   { *s += "x"; return len(*s) }
func add(l *[]int) int     { *l = append(*l, 1); return len(*l) }
func sub(a, b int) int     { return a*100 + b }

type names []string

func (n *names) more() int { *n = append(*n, "n"); return len(*n) }

func main() {
	s := "ab"
	fmt.Println(len(s)+grow(&s), s)
	fmt.Println(len(s) == grow(&s), sub(len(s), grow(&s)), len(s))
	l := make([]int, 1, 8)
	fmt.Println(len(l)*add(&l), cap(l)-add(&l))
	var n names
	fmt.Println(len(n) < n.more(), len(n))
	switch len(s) {
	case grow(&s):
		fmt.Println("same")
	default:
		fmt.Println("other")
	}
	for i := 0; i < len(l); i++ {
		if i < 4 {
			add(&l)
		}
	}
	fmt.Println(len(l))
}

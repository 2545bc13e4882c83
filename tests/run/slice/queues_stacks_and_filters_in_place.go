package main

import "fmt"

func main() {
	var stack []int
	for i := range 5 {
		stack = append(stack, i*i)
	}
	top := stack[len(stack)-1]
	stack = stack[:len(stack)-1]
	fmt.Println(top, stack)
	queue := []string{"a", "b", "c"}
	for len(queue) > 0 {
		h := queue[0]
		queue = queue[1:]
		if h == "a" {
			queue = append(queue, "d")
		}
		fmt.Print(h, len(queue), " ")
	}
	fmt.Println()
	s := []int{1, 2, 3, 4, 5, 6, 7}
	k := 0
	for _, v := range s {
		if v%3 != 0 {
			s[k] = v
			k++
		}
	}
	s = s[:k]
	fmt.Println(s)
	s = append(s[:1], append([]int{100, 200}, s[1:]...)...)
	fmt.Println(s)
	s = append(s[:2], s[3:]...)
	fmt.Println(s)
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	fmt.Println(s)
	rot := func(s []int, n int) []int { return append(append([]int{}, s[n:]...), s[:n]...) }
	fmt.Println(rot(s, 2))
	seen := map[int]bool{}
	uniq := []int{}
	for _, v := range []int{3, 1, 3, 2, 1} {
		if !seen[v] {
			seen[v] = true
			uniq = append(uniq, v)
		}
	}
	fmt.Println(uniq)
}

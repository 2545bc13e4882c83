package main

import "fmt"

func quick(s []int) {
	if len(s) < 2 {
		return
	}
	p, i := s[len(s)/2], 0
	j := len(s) - 1
	for i <= j {
		for s[i] < p {
			i++
		}
		for s[j] > p {
			j--
		}
		if i <= j {
			s[i], s[j] = s[j], s[i]
			i++
			j--
		}
	}
	quick(s[:j+1])
	quick(s[i:])
}

func merge(s []int) []int {
	if len(s) < 2 {
		return s
	}
	a, b := merge(s[:len(s)/2]), merge(s[len(s)/2:])
	out := make([]int, 0, len(s))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func heapify(s []int) {
	down := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && s[c+1] > s[c] {
				c++
			}
			if s[i] >= s[c] {
				return
			}
			s[i], s[c] = s[c], s[i]
			i = c
		}
	}
	for i := len(s)/2 - 1; i >= 0; i-- {
		down(i, len(s))
	}
	for n := len(s) - 1; n > 0; n-- {
		s[0], s[n] = s[n], s[0]
		down(0, n)
	}
}

func main() {
	src := make([]int, 50)
	for i := range src {
		src[i] = (i*37 + 11) % 53
	}
	a := append([]int(nil), src...)
	b := append([]int{}, src...)
	quick(a)
	heapify(b)
	c := merge(src)
	same := true
	for i := range a {
		same = same && a[i] == b[i] && b[i] == c[i]
	}
	fmt.Println(same, a[:10], src[:5])
}

package main

import "fmt"

func state(s string) string {
	i, out := 0, ""
start:
	if i == len(s) {
		goto end
	}
	switch c := s[i]; {
	case c >= '0' && c <= '9':
		goto number
	case c == ' ':
		i++
		goto start
	default:
		out += "[" + string(c) + "]"
		i++
		goto start
	}
number:
	{
		j := i
	more:
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
			goto more
		}
		out += "<" + s[j:i] + ">"
	}
	goto start
end:
	return out
}

func main() {
	fmt.Println(state("12+34 a5"))
	n := 0
outer:
	for i := 0; ; i++ {
	inner:
		for j := range 5 {
			switch {
			case j == i:
				continue outer
			case i == 3:
				break outer
			case (i+j)%2 == 0:
				continue inner
			}
			n += i*10 + j
			select {
			default:
				if j == 3 {
					break inner
				}
				break
			}
		}
	}
	fmt.Println(n)
sw:
	switch n {
	default:
		for {
			break sw
		}
	}
sel:
	select {
	default:
		for range 3 {
			break sel
		}
	}
cond:
	if n > 0 {
		n -= 50
		goto cond
	}
	var fs []func() int
	i := 0
loop:
	{
		v := i * i
		fs = append(fs, func() int { v++; return v })
	}
	if i++; i < 3 {
		goto loop
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
x:
	for x := range 2 {
		for y := range 2 {
			if y == 1 {
				continue x
			}
			fmt.Print(x, y, " ")
		}
	}
	goto x2
x2:
	fmt.Println()
	{
		goto L
	L:
	}
	func() {
	L:
		for {
			break L
		}
	}()
}

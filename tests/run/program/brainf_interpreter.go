package main

import "fmt"

func run(src string, out func(byte)) {
	jump := map[int]int{}
	var stack []int
	for i, c := range src {
		switch c {
		case '[':
			stack = append(stack, i)
		case ']':
			j := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			jump[i], jump[j] = j, i
		}
	}
	var mem [3000]byte
	p := 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '>':
			p++
		case '<':
			p--
		case '+':
			mem[p]++
		case '-':
			mem[p]--
		case '.':
			out(mem[p])
		case '[':
			if mem[p] == 0 {
				i = jump[i]
			}
		case ']':
			if mem[p] != 0 {
				i = jump[i]
			}
		}
	}
}

func main() {
	var out []byte
	run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.", func(b byte) { out = append(out, b) })
	fmt.Printf("%q\n", out)
}

package main

func main() {
	var p *[3]int
	for i := range p {
		println(i)
	}
	for _, v := range p {
		println(v)
	}
}

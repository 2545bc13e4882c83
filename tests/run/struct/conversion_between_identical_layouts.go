package main

import "fmt"

type a struct {
	N int    `json:"n"`
	S string `json:"s"`
}

type b struct {
	N int
	S string
}

type celsius float64
type temp struct{ celsius }

func main() {
	x := a{1, "x"}
	y := b(x)
	y.N++
	z := struct {
		N int
		S string `other:"tag"`
	}(y)
	fmt.Println(x, y, z, a(z) == a{2, "x"})
	p := (*b)(&x)
	p.S = "through pointer"
	fmt.Println(x)
	t := temp{36.6}
	t.celsius += 1
	fmt.Printf("%.1f %T\n", t.celsius, t.celsius)
}

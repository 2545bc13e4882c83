package main

import "fmt"

func main() {
	fmt.Println(0b1011, 0B1, 0o17, 0O7, 017, 0xBad_Face, 0X1F, 1_000_000, 0x_1)
	fmt.Println(1e3, 1E-2, .5, 5., 1.5e+2, 0x1p4, 0x1.8p1, 0X.8P0, 0x_1p-2, 1_0.2_5)
	fmt.Println(0i, 1i, 1.5i, 0x1p2i, 0b11i, 1e2i, 0o7i, 012i)
	fmt.Println('a', '\n', '\'', '\\', '\x41', '\101', '\u4e16', '\U0001F600', '世', '"')
	fmt.Println(08.5, 09e1, 00, 0_7)
	fmt.Println("a\tb\"c\\d\u00e9\x41\101\n" == `a	b"c\déAA
`)
	fmt.Println(`raw \n "quotes"`, len(`a
b`))
	fmt.Println("\a\b\f\n\r\t\v" == "\x07\x08\x0c\x0a\x0d\x09\x0b")
	fmt.Println(-5, +5, ^5, -(-5), !true, !!true)
}

package main

import (
	"fmt"
	"image"
)

func main() {
	m := image.NewRGBA(image.Rect(0, 0, 0, 0x3fffffff))
	fmt.Println(m.Opaque(), m.Bounds().Empty(), len(m.Pix))
	n := image.NewNRGBA(image.Rect(0, 0, 0, 0x3fffffff))
	fmt.Println(n.Opaque())
	p := image.NewPaletted(image.Rect(0, 0, 0, 0x3fffffff), nil)
	fmt.Println(p.Opaque())
}

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
)

func main() {
	for _, size := range []int{1, 8, 17, 40} {
		rgba := image.NewRGBA(image.Rect(0, 0, size, size+3))
		gray := image.NewGray(rgba.Rect)
		seed := uint32(1)
		for y := range size + 3 {
			for x := range size {
				seed = seed*1664525 + 1013904223
				noise := uint8(seed >> 28)
				rgba.Set(x, y, color.RGBA{uint8(x*7) + noise, uint8(y * 5), uint8(x*y) ^ noise, 255})
				gray.Set(x, y, color.Gray{uint8(x*x+y) + noise})
			}
		}
		for _, quality := range []int{1, 50, 75, 100} {
			for _, m := range []image.Image{rgba, gray} {
				var b bytes.Buffer
				if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
					fmt.Println(err)
				}
				fmt.Printf("%d %d %d %x\n", size, quality, b.Len(), sha256.Sum256(b.Bytes()))
				back, err := jpeg.Decode(&b)
				if err != nil {
					fmt.Println(err)
					continue
				}
				switch p := back.(type) {
				case *image.YCbCr:
					fmt.Printf("%x\n", sha256.Sum256(bytes.Join([][]byte{p.Y, p.Cb, p.Cr}, nil)))
				case *image.Gray:
					fmt.Printf("%x\n", sha256.Sum256(p.Pix))
				}
			}
		}
	}
}

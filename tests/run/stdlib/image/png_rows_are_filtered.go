package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
)

// rows gives the compressed data of an image, unpacked.
func rows(b []byte) []byte {
	var data []byte
	for b = b[8:]; len(b) > 0; {
		n := binary.BigEndian.Uint32(b)
		if string(b[4:8]) == "IDAT" {
			data = append(data, b[8:8+n]...)
		}
		b = b[12+n:]
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		panic(err)
	}
	return all
}

func show(what string, m image.Image, bits int, level png.CompressionLevel) {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: level}
	if err := enc.Encode(&b, m); err != nil {
		panic(err)
	}
	back, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		panic(err)
	}
	all := rows(b.Bytes())
	fmt.Printf("%s %T %08x:", what, back, crc32.ChecksumIEEE(all))
	size := 1 + (m.Bounds().Dx()*bits+7)/8
	for i := 0; i < len(all); i += size {
		fmt.Print(" ", all[i])
	}
	fmt.Println()
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if back.At(x, y) != back.ColorModel().Convert(m.At(x, y)) {
				fmt.Println("differs at", x, y)
			}
		}
	}
}

func main() {
	const w, h = 37, 23
	r := image.Rect(0, 0, w, h)
	paint := map[string]func(x, y int) color.NRGBA64{
		"flat": func(x, y int) color.NRGBA64 { return color.NRGBA64{0x8080, 0x1010, 0x2020, 0xffff} },
		"slope": func(x, y int) color.NRGBA64 {
			return color.NRGBA64{uint16(x * 300), uint16(y * 900), uint16((x + y) * 500), 0xffff}
		},
		"noise": func(x, y int) color.NRGBA64 {
			v := uint32(x*7919+y*104729) * 2654435761
			return color.NRGBA64{uint16(v), uint16(v >> 8), uint16(v >> 16), 0xffff}
		},
		"curves": func(x, y int) color.NRGBA64 {
			return color.NRGBA64{uint16(x * x * 40), uint16(x * y * 60), uint16(y * y * 90), uint16(0xffff - x*y)}
		},
		"edges": func(x, y int) color.NRGBA64 {
			return color.NRGBA64{uint16(x / 9 * 16000), uint16(y / 6 * 16000), uint16((x + y) / 15 * 20000), 0xffff}
		},
		"ramp": func(x, y int) color.NRGBA64 {
			return color.NRGBA64{uint16((x + 2*y) * 600), uint16((x*3 + y) * 500), uint16(x*x*y) * 30, 0xffff}
		},
	}
	for _, name := range []string{"flat", "slope", "noise", "curves", "edges", "ramp"} {
		f := paint[name]
		nrgba, nrgba64, rgba, gray, gray16 := image.NewNRGBA(r), image.NewNRGBA64(r), image.NewRGBA(r), image.NewGray(r), image.NewGray16(r)
		pal := image.NewPaletted(r, color.Palette{color.Black, color.White, color.Gray{100}, color.NRGBA{10, 20, 30, 40}, color.Gray{50}})
		for y := range h {
			for x := range w {
				c := f(x, y)
				nrgba.Set(x, y, c)
				nrgba64.Set(x, y, c)
				rgba.Set(x, y, color.RGBA{uint8(c.R >> 8), uint8(c.G >> 8), uint8(c.B >> 8), 255})
				gray.Set(x, y, c)
				gray16.Set(x, y, c)
				pal.SetColorIndex(x, y, uint8(c.R>>8)%5)
			}
		}
		bits := map[bool]int{true: 24, false: 32}
		show(name, nrgba, bits[nrgba.Opaque()], png.DefaultCompression)
		show(name, nrgba64, 2*bits[nrgba64.Opaque()], png.DefaultCompression)
		show(name, rgba, 24, png.BestSpeed)
		show(name, gray, 8, png.BestCompression)
		show(name, gray, 8, png.NoCompression)
		show(name, gray16, 16, png.DefaultCompression)
		show(name, pal, 4, png.DefaultCompression)
	}
}

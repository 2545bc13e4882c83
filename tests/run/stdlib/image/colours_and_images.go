package main

import (
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
)

func sum(m image.Image) uint32 {
	h := crc32.NewIEEE()
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, a := m.At(x, y).RGBA()
			fmt.Fprint(h, r, g, bl, a)
		}
	}
	return h.Sum32()
}

func pattern(m draw.Image) {
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			m.Set(x, y, color.NRGBA{uint8(x * 17), uint8(y * 29), uint8(x*y + 7), uint8(255 - x*3)})
		}
	}
}

func main() {
	colors := []color.Color{color.RGBA{10, 20, 30, 255}, color.RGBA{10, 20, 30, 40}, color.NRGBA{200, 100, 50, 128}, color.RGBA64{1000, 2000, 3000, 40000}, color.NRGBA64{60000, 1, 2, 3}, color.Alpha{77}, color.Alpha16{777}, color.Gray{88}, color.Gray16{8888},
		color.YCbCr{100, 150, 200}, color.NYCbCrA{color.YCbCr{10, 250, 3}, 99}, color.CMYK{10, 20, 30, 40}, color.Black, color.White, color.Transparent, color.Opaque}
	models := []color.Model{color.RGBAModel, color.RGBA64Model, color.NRGBAModel, color.NRGBA64Model, color.AlphaModel, color.Alpha16Model, color.GrayModel, color.Gray16Model, color.YCbCrModel, color.NYCbCrAModel, color.CMYKModel, color.Palette(palette.WebSafe), color.Palette(palette.Plan9)}
	for _, c := range colors {
		r, g, b, a := c.RGBA()
		fmt.Print(c, " ", r, g, b, a)
		for _, m := range models {
			fmt.Print(" ", m.Convert(c))
		}
		fmt.Println()
	}
	fmt.Println(len(palette.Plan9), palette.Plan9, len(palette.WebSafe), palette.WebSafe[50])
	for i := range 20 {
		r, g, b := uint8(i*13), uint8(i*101), uint8(i*57+3)
		y, cb, cr := color.RGBToYCbCr(r, g, b)
		c, m, ye, k := color.RGBToCMYK(r, g, b)
		fmt.Print(y, cb, cr, c, m, ye, k, " ")
		fmt.Print(color.YCbCrToRGB(y, cb, cr))
		fmt.Println(color.CMYKToRGB(c, m, ye, k))
	}

	r, s := image.Rect(10, 20, 3, 4), image.Rect(5, 5, 20, 8)
	fmt.Println(r, r.Dx(), r.Dy(), r.Size(), r.Add(image.Pt(1, 2)), r.Sub(image.Pt(1, 2)), r.Inset(2), r.Inset(100), r.Intersect(s), r.Union(s), r.Empty(), r.Eq(s), r.Overlaps(s), r.In(s), r.Intersect(s).In(r), image.Rectangle{Min: image.Pt(5, 5)}.Canon())
	p := image.Pt(-7, 13)
	fmt.Println(p, p.Add(p), p.Sub(image.Pt(1, 1)), p.Mul(2), p.Div(2), p.In(r), p.Mod(image.Rect(0, 0, 5, 5)), p.Eq(p), r.At(5, 5), r.At(50, 5))

	bounds := image.Rect(2, 3, 15, 12)
	images := []draw.Image{image.NewRGBA(bounds), image.NewRGBA64(bounds), image.NewNRGBA(bounds), image.NewNRGBA64(bounds), image.NewAlpha(bounds), image.NewAlpha16(bounds), image.NewGray(bounds), image.NewGray16(bounds), image.NewCMYK(bounds), image.NewPaletted(bounds, palette.WebSafe)}
	for _, m := range images {
		pattern(m)
		m.Set(100, 100, color.White)
		o := m.(interface {
			Opaque() bool
			SubImage(image.Rectangle) image.Image
			PixOffset(x, y int) int
			RGBA64At(x, y int) color.RGBA64
			SetRGBA64(x, y int, c color.RGBA64)
		})
		sub := o.SubImage(image.Rect(5, 5, 9, 99))
		o.SetRGBA64(6, 6, color.RGBA64{1, 2, 3, 0xffff})
		fmt.Printf("%T %d %v %v %v %d %v %v %v\n", m, sum(m), o.Opaque(), sub.Bounds(), sum(sub), o.PixOffset(4, 5), o.RGBA64At(6, 6), m.At(0, 0), o.SubImage(image.Rectangle{}).Bounds())
	}
	for _, ratio := range []image.YCbCrSubsampleRatio{image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410} {
		m := image.NewYCbCr(bounds, ratio)
		for i := range m.Y {
			m.Y[i] = uint8(i * 3)
		}
		for i := range m.Cb {
			m.Cb[i], m.Cr[i] = uint8(i*11), uint8(255-i*7)
		}
		n := image.NewNYCbCrA(bounds, ratio)
		fmt.Println(ratio, len(m.Y), len(m.Cb), sum(m), sum(m.SubImage(image.Rect(4, 4, 9, 9))), m.YOffset(5, 6), m.COffset(5, 6), n.Opaque(), sum(n), len(n.A))
	}

	// Composition.
	for _, dst := range images {
		for i, src := range []image.Image{image.NewUniform(color.RGBA{100, 50, 25, 128}), image.White, images[0], images[2], image.Rect(4, 4, 8, 8), images[9]} {
			for _, op := range []draw.Op{draw.Over, draw.Src} {
				pattern(dst)
				draw.Draw(dst, image.Rect(4, 5, 30, 9), src, image.Pt(i, 4), op)
				a := sum(dst)
				draw.DrawMask(dst, image.Rect(0, 0, 11, 9), src, image.Pt(3, 4), images[4], image.Pt(2, 3), op)
				fmt.Print(a, " ", sum(dst), " ")
			}
		}
		fmt.Printf("%T\n", dst)
	}
	self := image.NewRGBA(bounds)
	pattern(self)
	draw.Draw(self, image.Rect(5, 6, 15, 12), self, image.Pt(3, 4), draw.Src)
	fmt.Println(sum(self))
	for _, dst := range []draw.Image{image.NewPaletted(bounds, palette.WebSafe), image.NewGray(bounds), image.NewPaletted(bounds, color.Palette{color.Black, color.White})} {
		pattern(self)
		draw.FloydSteinberg.Draw(dst, bounds, self, bounds.Min)
		fmt.Println(sum(dst))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		image.NewRGBA(image.Rectangle{Max: image.Pt(-1, 5)})
	}()
}

// Every level gives the same bytes as in Go, in the same portions, however they are
// written, flushed, and begun anew.
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
)

// chance gives the same numbers everywhere.
type chance uint64

func (c *chance) below(n int) int {
	*c = *c*6364136223846793005 + 1442695040888963407
	return int(*c>>33) % n
}

var words = strings.Fields("the quick brown fox jumps over a lazy dog while windows of bytes and blocks are looked through")

// piece appends about n bytes of one of several kinds.
func piece(b []byte, c *chance, kind, n int) []byte {
	for end := len(b) + n; len(b) < end; {
		switch kind {
		case 0:
			b = append(append(b, words[c.below(len(words))]...), ' ')
		case 1:
			r := c.below(1 << 30)
			b = append(b, byte(r>>7), byte(r>>14), byte(r>>22))
		case 2:
			b = append(b, make([]byte, n)...)
		case 3:
			b = fmt.Appendf(b, `{"id":%d,"name":"user%d","tags":["a%d","b"]},`+"\n", c.below(10000), c.below(50), c.below(7))
		case 4:
			at := c.below(len(b) + 1)
			b = append(b, b[at:min(at+n, len(b))]...)
			if at == len(b) {
				return append(b, "end"...)
			}
		case 5:
			b = append(b, byte(len(b)>>4), byte(len(b)>>12), 0, 1, 0, byte(c.below(4)), 0xff, 7)
		case 6:
			b = append(b, "0123456789abcdef"[c.below(16)])
		}
	}
	return b
}

func mixed(seed, n int) []byte {
	c := chance(seed)
	var b []byte
	for len(b) < n {
		b = piece(b, &c, c.below(6), c.below(9000)+1)
	}
	return b[:n]
}

// sink has what was written to it, and in which portions.
type sink struct {
	bytes.Buffer
	portions uint32
}

func (s *sink) Write(p []byte) (int, error) {
	s.portions = s.portions*31 + uint32(len(p))
	return s.Buffer.Write(p)
}

func (s *sink) String() string {
	t := fmt.Sprintf("%d %08x %08x", s.Len(), crc32.ChecksumIEEE(s.Bytes()), s.portions)
	*s = sink{}
	return t
}

func inputs() (all [][]byte) {
	for kind := range 7 {
		c := chance(kind)
		b := piece(nil, &c, kind, 100000)
		for _, n := range []int{1, 13, 33, 128, 259, 2000, 70000} {
			all = append(all, b[:min(n, len(b))])
		}
	}
	for i, n := range []int{65534, 65535, 65536, 140000} {
		all = append(all, mixed(i, n))
	}
	return append(all, nil)
}

func main() {
	all := inputs()
	long := mixed(7, 350000)
	for level := -2; level <= 9; level++ {
		var s sink
		w, _ := flate.NewWriter(&s, level)
		for i, b := range all {
			w.Write(b)
			before := s.Len()
			w.Close()
			t := s.String()
			if i%5 == 0 || level == 6 {
				fmt.Println(level, len(b), before, t)
			}
			w.Reset(&s)
		}
		if level != 9 {
			w.Write(long)
			w.Close()
			fmt.Println("long", level, s.String())
		}
		// Small portions, flushed now and then.
		c := chance(level + 5)
		for _, most := range []int{40, 700, 30000} {
			w.Reset(&s)
			for rest := long[:120000]; len(rest) > 0 && c.below(200) > 0; {
				n := min(len(rest), c.below(most)+1)
				w.Write(rest[:n])
				rest = rest[n:]
				if c.below(4) == 0 {
					w.Flush()
				}
			}
			w.Flush()
			w.Flush()
			w.Close()
			fmt.Println("flushed", level, s.String())
		}
		for _, n := range []int{0, 3, 12, 1000, 40000} {
			w, _ := flate.NewWriterDict(&s, level, long[:n])
			w.Write(long[n/2 : n/2+50000])
			w.Close()
			t := s.String()
			w.Reset(&s)
			w.Write(long[n/2 : n/2+100])
			w.Close()
			fmt.Println("dictionary", level, t, s.String())
		}
		g, _ := gzip.NewWriterLevel(&s, level)
		g.Name = "name"
		g.Write(all[3])
		g.Close()
		fmt.Println("gzip", level, s.String())
		z, _ := zlib.NewWriterLevelDict(&s, level, all[3])
		z.Write(all[4])
		z.Flush()
		z.Close()
		fmt.Println("zlib", level, s.String())
	}

	var s sink
	z := zip.NewWriter(&s)
	for i, b := range all[:20] {
		w, _ := z.Create(fmt.Sprint("file", i))
		w.Write(b)
	}
	z.Close()
	fmt.Println("zip", s.String())
	pictures(&s)

	// What comes out is what went in.
	for level := -2; level <= 9; level++ {
		w, _ := flate.NewWriter(&s, level)
		w.Write(long[:200000])
		w.Close()
		got, err := io.ReadAll(flate.NewReader(&s.Buffer))
		fmt.Println(level, bytes.Equal(got, long[:200000]), err)
	}
}

func pictures(s *sink) {
	r := image.Rect(2, 3, 300, 40)
	rgba, gray, wide := image.NewRGBA(r), image.NewGray(r), image.NewNRGBA64(r)
	few := image.NewPaletted(r, color.Palette{color.Black, color.White, color.RGBA{255, 0, 0, 255}})
	c := chance(1)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			rgba.SetRGBA(x, y, color.RGBA{uint8(x * y >> 4), uint8(x), uint8(c.below(8)), 255})
			gray.SetGray(x, y, color.Gray{uint8(x*x + y*y>>6)})
			wide.SetNRGBA64(x, y, color.NRGBA64{uint16(x * 200), uint16(c.below(1 << 16)), uint16(x * y), uint16(y)})
			few.SetColorIndex(x, y, uint8((x/7+y/5)%3))
		}
	}
	for _, m := range []image.Image{rgba, gray, wide, few} {
		for _, level := range []png.CompressionLevel{png.DefaultCompression, png.NoCompression, png.BestSpeed, png.BestCompression} {
			e := png.Encoder{CompressionLevel: level}
			e.Encode(s, m)
			t := s.Len()
			fmt.Printf("%T %d %d %08x\n", m, level, t, crc32.ChecksumIEEE(s.Bytes()))
			s.Reset()
		}
	}
}

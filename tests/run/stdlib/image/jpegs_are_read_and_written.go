package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
)

const w, h = 37, 23

func pixel(x, y int) color.RGBA {
	return color.RGBA{uint8(x * 6), uint8(y * 10), uint8(255 - x*3 - y*3), 255}
}

func picture() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, pixel(x, y))
		}
	}
	return m
}

// far is the largest difference of a colour to that of the picture.
func far(m image.Image) int {
	most := 0
	for y := range h {
		for x := range w {
			r, g, b, _ := m.At(m.Bounds().Min.X+x, m.Bounds().Min.Y+y).RGBA()
			c := pixel(x, y)
			for _, d := range []int{int(r>>8) - int(c.R), int(g>>8) - int(c.G), int(b>>8) - int(c.B)} {
				most = max(most, d, -d)
			}
		}
	}
	return most
}

func main() {
	m := picture()
	sizes := []int{}
	for _, o := range []*jpeg.Options{nil, {Quality: 100}, {Quality: 90}, {Quality: 30}, {Quality: -5}, {Quality: 500}} {
		var b bytes.Buffer
		err := jpeg.Encode(&b, m, o)
		sizes = append(sizes, b.Len())
		got, err2 := jpeg.Decode(bytes.NewReader(b.Bytes()))
		_, isYCbCr := got.(*image.YCbCr)
		limit := 40
		if o != nil && o.Quality >= 90 {
			limit = 20
		}
		if o != nil && o.Quality < 50 {
			limit = 120
		}
		fmt.Println(err, err2, isYCbCr, got.Bounds(), far(got) < limit)
		c, err := jpeg.DecodeConfig(bytes.NewReader(b.Bytes()))
		fmt.Println(c.Width, c.Height, c.ColorModel == color.YCbCrModel, err)
		if o == nil {
			x, format, err := image.Decode(bytes.NewReader(b.Bytes()))
			fmt.Println(x.Bounds(), format, err)
			for _, n := range []int{0, 1, 2, 10, 100} {
				_, err := jpeg.Decode(bytes.NewReader(b.Bytes()[:n]))
				fmt.Println(n, err)
			}
		}
	}
	fmt.Println(sizes[1] > sizes[2], sizes[2] > sizes[0], sizes[0] > sizes[3], sizes[3] > sizes[4], sizes[1] == sizes[5])

	gray := image.NewGray(image.Rect(3, 2, 3+w, 2+h))
	for y := range h {
		for x := range w {
			gray.SetGray(3+x, 2+y, color.Gray{uint8(x*3 + y*3)})
		}
	}
	var b bytes.Buffer
	fmt.Println(jpeg.Encode(&b, gray, &jpeg.Options{Quality: 95}))
	got, err := jpeg.Decode(&b)
	back, ok := got.(*image.Gray)
	fmt.Println(err, ok, got.Bounds())
	most := 0
	for y := range h {
		for x := range w {
			d := int(back.GrayAt(x, y).Y) - (x*3 + y*3)
			most = max(most, d, -d)
		}
	}
	fmt.Println(most < 8)

	// A file that Go has written.
	made, _ := base64.StdEncoding.DecodeString(file)
	got, err = jpeg.Decode(bytes.NewReader(made))
	fmt.Println(err, got.Bounds(), far(got) < 12)

	for _, bad := range []string{"", "GIF89a", "\xff\xd8", "\xff\xd8\xff\xd9", "\xff\xd8\xff\xc0\x00\x03\x08", "\xff\xd8\xff\xc0\x00\x08\x0c\x00\x01\x00\x01\x01",
		"\xff\xd8\xff\xdb\x00\x03\x00", "\xff\xd8\xff\xc4\x00\x03\x00", "\xff\xd8\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00", "\xff\xd8\xff\xdd\x00\x03\x00", "\xff\xd8\xff\x01\x00\x02"} {
		_, err := jpeg.Decode(bytes.NewReader([]byte(bad)))
		fmt.Printf("%q %v\n", bad, err)
	}
}

const file = "/9j/2wCEAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgoBAgICAgICBQMDBQoHBgcKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCv/AABEIABcAJQMBIgACEQEDEQH/xAGiAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+gEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoLEQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/APzV0X4NfdP2X/x2uv0X4NZx/on/AI7X0Fonwb6f6J/47XXaJ8GsY/0T/wAdr/SPi7xY+L95+J+McCeJHw++fPuifBvp/on/AI7XXaJ8GsEf6J/47X0Hovwa6H7L/wCO112i/Brp/on/AI7X8vcXeLHxfvPxP7Q4E8SPh98+eLD4M5hz9l/Sp/8AhTJ/59B+VfVen/Bv9x/x6/pU/wDwpv8A6df0r8JxHix+/l+869z+mcL4j/7PH3+hQ0X4RQAj92n5iuv0X4RW+AfLT8xVvReq11+i9B9K9ri/P80XN75/zjcCZ1mHu++U9E+EUHH7tPzFddonwig4/dp+Yq5onauv0XqPrX8u8XcQZp73vn9ocCZ1mHue+Z2n/CGDyf8AVp+Yqx/wqKD/AJ5p+Yrs9P8A9QKnr8HxHEGae3l7/U/pjC51mH1ePv8AQ//Z"

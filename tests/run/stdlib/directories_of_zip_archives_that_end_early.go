package main

import (
	"archive/zip"
	"bytes"
	"fmt"
)

func main() {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"a", "b"} {
		f, _ := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		f.Write([]byte(name))
	}
	w.Close()
	for at := b.Len() - 22; at < b.Len(); at++ {
		for _, v := range []byte{0, 1, 3, 80, 255} {
			text := bytes.Clone(b.Bytes())
			text[at] = v
			r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
			if err == nil {
				fmt.Println(at, v, len(r.File), r.Comment)
			} else {
				fmt.Println(at, v, err)
			}
		}
	}
}

package main

import (
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

func main() {
	raw := base32.StdEncoding.WithPadding(base32.NoPadding)
	for _, s := range []string{"MZXW6YTBOI======", "MZXW6YTBOI", "MZXW\n6YTB\r\nOI==\n====", "M", "MZXW6YT", "MZXW6YTBO1======", "MY======MY======", ""} {
		for i, e := range []*base32.Encoding{base32.StdEncoding, raw} {
			b, err := io.ReadAll(base32.NewDecoder(e, strings.NewReader(s)))
			fmt.Printf("%d %q %q %v\n", i, s, b, err)
			b, err = io.ReadAll(base32.NewDecoder(e, iotest.DataErrReader(strings.NewReader(s))))
			fmt.Printf("  %q %v\n", b, err)
			small := make([]byte, 2)
			r := base32.NewDecoder(e, iotest.HalfReader(strings.NewReader(s)))
			for {
				n, err := r.Read(small)
				fmt.Printf("  %q %v", small[:n], err)
				if err != nil {
					break
				}
			}
			fmt.Println()
		}
	}
	// Chunks of a pipe: nothing may come behind padding.
	for _, chunks := range [][]string{{"I4======", "=="}, {"I4======", "N4======"}, {"I4I4I4I4", "I4======"}} {
		r, w := io.Pipe()
		go func() {
			for _, c := range chunks {
				io.WriteString(w, c)
			}
			w.Close()
		}()
		b, err := io.ReadAll(base32.NewDecoder(base32.StdEncoding, r))
		fmt.Printf("%q %v\n", b, err)
	}
}

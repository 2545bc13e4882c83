// http.Request.Write to a plain io.Writer: Go writes line by line (buffer only if not io.ByteWriter); write errors after n calls must be seen
package main

import (
	"fmt"
	"net/http"
	"strings"
)

type w struct{ n int }

func (w *w) Write(p []byte) (int, error) {
	w.n++
	fmt.Printf("%d %q\n", w.n, p)
	if w.n == 3 {
		return 0, fmt.Errorf("fake")
	}
	return len(p), nil
}
func (w *w) WriteByte(c byte) error { _, err := w.Write([]byte{c}); return err }

func main() {
	r, _ := http.NewRequest("POST", "http://x.y/z", strings.NewReader("body"))
	r.Header.Set("A", "b")
	fmt.Println(r.Write(&w{}))
	fmt.Println(r.Write(&w{n: 3}))
}

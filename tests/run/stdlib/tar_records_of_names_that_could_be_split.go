// A name that USTAR would split goes into a record if there are records.
package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
)

func main() {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	name := strings.Repeat("long/", 40) + "x"
	when := time.Unix(1e9, 5)
	for _, h := range []*tar.Header{
		{Name: name, PAXRecords: map[string]string{"A.b": "c"}},
		{Name: name, ModTime: when, Format: tar.FormatPAX},
		{Name: name, Format: tar.FormatUSTAR},
		{Name: name, ModTime: when},
		{Name: name, Format: tar.FormatGNU},
		{Name: strings.Repeat("y", 120)},
		{Name: "é/" + name},
	} {
		h.Typeflag = tar.TypeReg
		fmt.Println(w.WriteHeader(h), b.Len())
	}
	fmt.Println(w.Close())
	r := tar.NewReader(&b)
	for {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		fmt.Println(len(h.Name), h.ModTime.UTC(), h.Format, h.PAXRecords, err)
	}
}

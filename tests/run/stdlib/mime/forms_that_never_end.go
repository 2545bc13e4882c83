package main

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"strings"
)

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func main() {
	for _, prefix := range []string{"X-", "X-Header: ", "X-Header: foo\r\n  ", ""} {
		head := "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n" + prefix
		_, err := multipart.NewReader(io.MultiReader(strings.NewReader(head), endless('X')), "b").ReadForm(1 << 20)
		fmt.Printf("%q %v %v\n", prefix, err, err == multipart.ErrMessageTooLarge)
		_, err = multipart.NewReader(io.MultiReader(strings.NewReader(head), endless('X')), "b").NextPart()
		fmt.Println(err, err == multipart.ErrMessageTooLarge)
	}
	body := io.MultiReader(strings.NewReader("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"), endless('\n'))
	_, err := multipart.NewReader(body, "b").ReadForm(1 << 10)
	fmt.Println(err)

	write := func(f func(w *multipart.Writer)) *multipart.Reader {
		var b bytes.Buffer
		w := multipart.NewWriter(&b)
		f(w)
		w.Close()
		return multipart.NewReader(&b, w.Boundary())
	}
	long := strings.Repeat("a", 10<<20)
	_, err = write(func(w *multipart.Writer) { w.WriteField(long, "value") }).ReadForm(0)
	fmt.Println(err)
	_, err = write(func(w *multipart.Writer) {
		part, _ := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {`form-data; name="a"`}, "X-Foo": {long}})
		part.Write([]byte("value"))
	}).ReadForm(0)
	fmt.Println(err)
	for _, fields := range []int{9990, 10010} {
		form, err := write(func(w *multipart.Writer) {
			h := textproto.MIMEHeader{"Content-Disposition": {`form-data; name="a"; filename="f"`}}
			for i := range fields {
				h.Set(fmt.Sprint("k", i), "v")
			}
			w.CreatePart(h)
		}).ReadForm(1 << 20)
		fmt.Println(fields, form != nil, err)
	}
}

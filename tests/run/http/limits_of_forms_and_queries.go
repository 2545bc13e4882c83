package main

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"net/url"
	"os"
	"strings"
)

func main() {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := range 20 {
		w.WriteField(fmt.Sprint("f", i), "v")
	}
	h := textproto.MIMEHeader{"Content-Disposition": {`form-data; name="x"`}}
	for i := range 20 {
		h.Add(fmt.Sprint("X-", i), "a")
	}
	p, _ := w.CreatePart(h)
	io.WriteString(p, "x")
	w.Close()
	for _, s := range []string{"", "multipartmaxparts=21", "multipartmaxparts=20", "multipartmaxparts=x", "multipartmaxheaders=41", "multipartmaxheaders=40", "multipartmaxheaders=20", "multipartmaxheaders=0"} {
		os.Setenv("GODEBUG", s)
		r := multipart.NewReader(bytes.NewReader(b.Bytes()), w.Boundary())
		f, err := r.ReadForm(1000)
		n := 0
		if f != nil {
			n = len(f.Value)
		}
		fmt.Println(s, n, err)
		r = multipart.NewReader(bytes.NewReader(b.Bytes()), w.Boundary())
		for n = 0; ; n++ {
			if _, err = r.NextPart(); err != nil {
				break
			}
		}
		fmt.Println(n, err)
	}
	for _, s := range []string{"", "urlmaxqueryparams=3", "urlmaxqueryparams=4", "urlmaxqueryparams=0", "urlmaxqueryparams=x"} {
		os.Setenv("GODEBUG", s)
		for _, n := range []int{0, 2, 3, 9999, 10000} {
			v, err := url.ParseQuery("a=1" + strings.Repeat("&b=2", n))
			fmt.Println(s, n, len(v), err)
		}
	}
	os.Setenv("GODEBUG", "")
	r, _ := http.NewRequest("POST", "http://a.b/", io.MultiReader(strings.NewReader("abc")))
	r.Trailer = http.Header{"X": {"y"}}
	for _, body := range []bool{false, true} {
		d, err := httputil.DumpRequestOut(r, body)
		fmt.Printf("%q %v\n", d, err)
	}
	r, _ = http.NewRequest("PUT", "http://a.b/", strings.NewReader("abc"))
	r.ContentLength = 5
	d, err := httputil.DumpRequestOut(r, true)
	fmt.Printf("%q %v\n", d, err)
	r.Header["bad key"] = []string{"x"}
	d, err = httputil.DumpRequestOut(r, true)
	fmt.Printf("%q %v\n", d, err)
	d, err = httputil.DumpRequestOut(r, false)
	fmt.Printf("%q %v\n", d, err)
}

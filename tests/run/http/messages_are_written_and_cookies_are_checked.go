package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"slices"
	"strings"
	"time"
)

func cookies() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	for _, c := range []*http.Cookie{
		{Name: "a", Value: "b", Domain: "wrong;domain"}, {Name: "a", Value: "b\"c\\"}, {Name: "a", Domain: "bad-.com"}, {Name: "a", Domain: "::1"},
		{Name: "a", Domain: ".example.com", Path: "/x;y"}, {Name: "a", Domain: "127.0.0.1"}, {Name: "a", Partitioned: true},
		{Name: "a", Expires: time.Date(1600, 1, 1, 1, 1, 1, 1, time.UTC)}, {Name: "a b"}, {Name: "a", Value: "x y", MaxAge: -1},
	} {
		fmt.Println(c, c.Valid())
	}
	for _, line := range []string{"", "a", "a=b; c=\"d e\"", "a=b; =c", "a=\"x\x01\"", "a b=c"} {
		all, err := http.ParseCookie(line)
		fmt.Println(len(all), err)
	}
	for _, line := range []string{
		"", "x", "a=b; Max-Age=01", "a=b; max-age=0; Path=/; Secure; HttpOnly; SameSite=strict; Other=1", "a=b; Expires=never", "a=b; domain=x\x01",
		"a=b; Expires=Mon, 02 Jan 2006 15:04:05 GMT", "a=\"q q\"",
	} {
		c, err := http.ParseSetCookie(line)
		fmt.Printf("%+v %v\n", c, err)
	}
}

type noEnd struct{ io.Reader }

func (noEnd) Close() error { return nil }

func writing() {
	body := func(s string) io.ReadCloser { return noEnd{strings.NewReader(s)} }
	for _, r := range []*http.Response{
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 0, Body: body("abc"), ContentLength: 3},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 0, Body: body("abc"), ContentLength: -1},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), ContentLength: -1},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), ContentLength: 0},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body(""), ContentLength: 0},
		{StatusCode: 204, ProtoMajor: 1, ProtoMinor: 1},
		{StatusCode: 7, Status: "007 license", ProtoMajor: 1, ProtoMinor: 0},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), ContentLength: 5},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), TransferEncoding: []string{"chunked"}, Trailer: http.Header{"X": {"y"}}},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), TransferEncoding: []string{"chunked"}, Trailer: http.Header{"X": {"y\r\nz"}}},
		{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Body: body("abc"), Close: true, ContentLength: -1, Header: http.Header{"Connection": {"close"}}},
	} {
		var b bytes.Buffer
		err := r.Write(&b)
		fmt.Printf("%q %v\n", b.String(), err)
	}
	for _, method := range []string{"GET", "POST", "DELETE", "CONNECT"} {
		for _, text := range []string{"", "my body"} {
			r, _ := http.NewRequest(method, "http://foo.com/p", body(text))
			var b bytes.Buffer
			err := r.Write(&b)
			fmt.Printf("%q %v\n", b.String(), err)
		}
	}
	r, _ := http.NewRequest("PUT", "http://foo.com", strings.NewReader("text"))
	b, err := httputil.DumpRequestOut(r, true)
	fmt.Printf("%q %v\n", b, err)
	r.ContentLength = 9
	r.Body = body("short")
	fmt.Println(r.Write(io.Discard))
}

func reading() {
	for _, text := range []string{
		"HTTP/1.1", "HTTP/1.1 200 OK\r\nConnection: keep-alive, close\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
		"HTTP/1.0 200 OK\r\nTransfer-Encoding: bogus\r\nContent-Length: 2\r\n\r\nab", "HTTP/1.1 200 OK\r\nTransfer-Encoding: bogus\r\n\r\n",
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nd",
	} {
		resp, err := http.ReadResponse(bufio.NewReader(strings.NewReader(text)), nil)
		if err != nil {
			fmt.Println(err)
			continue
		}
		p := make([]byte, 100)
		n, err := resp.Body.Read(p)
		fmt.Println(resp.Close, resp.Header, resp.ContentLength, n, err)
	}
	// No limit is too large.
	r := http.MaxBytesReader(nil, io.NopCloser(strings.NewReader("abc")), 1<<63-1)
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	fmt.Println(errors.Is(http.ErrNotSupported, errors.ErrUnsupported))
	req := httptest.NewRequest("POST", "/", strings.NewReader("b"))
	req.Header.Set("Content-Type", "text/plain; boundary=")
	fmt.Println(req.ParseForm())
	req.SetPathValue("a", "b")
	c := req.Clone(req.Context())
	c.SetPathValue("a", "c")
	fmt.Println(req.PathValue("a"), c.PathValue("a"))
	w := httptest.NewRecorder()
	http.Redirect(w, httptest.NewRequest("GET", "/foo%2Fbar/", nil), "q%2Fb", 302)
	fmt.Println(w.Header().Get("Location"))
}

func serving() {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/packed" && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			fmt.Fprint(z, "unpacked")
			z.Close()
			return
		}
		for _, key := range slices.Sorted(maps.Keys(r.Header)) {
			fmt.Fprint(w, key, "=", r.Header[key], " ")
		}
	}))
	defer s.Close()
	get := func(change func(*http.Request), path string) {
		r, _ := http.NewRequest("GET", s.URL+path, nil)
		change(r)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			fmt.Println(err)
			return
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		fmt.Println(string(text), err, resp.Uncompressed, resp.ContentLength, resp.Header.Get("Content-Encoding"))
	}
	get(func(r *http.Request) {}, "/")
	get(func(r *http.Request) {}, "/packed")
	get(func(r *http.Request) { r.Header.Set("Range", "bytes=0-3") }, "/packed")
	get(func(r *http.Request) { r.Header.Set("Accept-Encoding", "identity") }, "/")
	_, err := http.Get("http://user:secret@127.0.0.1:1/")
	fmt.Println(err)
}

func main() {
	cookies()
	writing()
	reading()
	serving()
}

package main

import (
	"bufio"
	"expvar"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"time"
)

func main() {
	// Variables.
	n := expvar.NewInt("n")
	n.Add(5)
	n.Set(n.Value() + 1)
	f := expvar.NewFloat("f")
	f.Add(1.5)
	s := expvar.NewString("s")
	s.Set("a\"<b")
	m := expvar.NewMap("m")
	m.Add("x", 2)
	m.Add("x", 3)
	m.AddFloat("y", 0.5)
	m.Set("func", expvar.Func(func() any { return []int{1, 2} }))
	m.Set("gone", n)
	m.Delete("gone")
	fmt.Println(n, f, s, s.Value(), m, m.Get("x"), m.Get("none"), expvar.Get("n"))
	expvar.Do(func(kv expvar.KeyValue) { fmt.Print(kv.Key, " ") })
	w := httptest.NewRecorder()
	expvar.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/debug/vars", nil))
	fmt.Println(w.Header().Get("Content-Type"), strings.Contains(w.Body.String(), "\"n\": 6"))
	w = httptest.NewRecorder()
	http.DefaultServeMux.ServeHTTP(w, httptest.NewRequest("GET", "/debug/vars", nil))
	fmt.Println(w.Code)
	log.SetFlags(0)
	log.SetOutput(io.Discard)
	func() {
		defer func() { fmt.Print(recover()) }()
		expvar.NewInt("n")
	}()

	// What messages look like.
	r := httptest.NewRequest("POST", "http://example.com/path?q=1", strings.NewReader("the body"))
	r.Header.Set("X-B", "2")
	r.Header.Add("X-A", "1")
	for _, body := range []bool{true, false, true} {
		b, err := httputil.DumpRequest(r, body)
		fmt.Printf("%q %v\n", b, err)
	}
	r.TransferEncoding = []string{"chunked"}
	b, err := httputil.DumpRequest(r, true)
	fmt.Printf("%q %v\n", b, err)
	out, _ := http.NewRequest("PUT", "https://example.com/x", strings.NewReader("abc"))
	out.Header.Set("User-Agent", "me")
	for _, body := range []bool{true, false} {
		b, err := httputil.DumpRequestOut(out, body)
		fmt.Printf("%q %v\n", strings.ReplaceAll(string(b), "Accept-Encoding: gzip\r\n", ""), err)
	}
	resp := &http.Response{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"A": {"b"}}, ContentLength: 5, Body: io.NopCloser(strings.NewReader("hello"))}
	for _, body := range []bool{true, false} {
		b, err := httputil.DumpResponse(resp, body)
		fmt.Printf("%q %v\n", b, err)
	}
	var chunks strings.Builder
	cw := httputil.NewChunkedWriter(&chunks)
	io.WriteString(cw, "hello, ")
	io.WriteString(cw, "a longer chunk of text")
	cw.Close()
	fmt.Printf("%q\n", chunks.String())
	b, err = io.ReadAll(httputil.NewChunkedReader(strings.NewReader(chunks.String())))
	fmt.Printf("%q %v\n", b, err)
	for _, s := range []string{"", "5\r\nab", "x\r\n", "3\r\nabcd\r\n", "\r\n", "2;ext=1\r\nab\r\n0\r\n"} {
		b, err := io.ReadAll(httputil.NewChunkedReader(bufio.NewReader(strings.NewReader(s))))
		fmt.Printf("%q %v; ", b, err)
	}
	fmt.Println()

	// A proxy.
	backend := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("X-Seen", r.Method+" "+r.URL.String()+" "+r.Header.Get("X-Forwarded-For")+" "+r.Header.Get("Connection")+" "+r.Header.Get("X-Hop"))
		w.Header().Set("Connection", "X-Drop")
		w.Header().Set("X-Drop", "dropped")
		w.WriteHeader(201)
		fmt.Fprintf(w, "got %q", body)
	}))
	defer backend.Close()
	target, _ := url.Parse(backend.URL + "/base?k=v")
	for i, p := range []*httputil.ReverseProxy{httputil.NewSingleHostReverseProxy(target), {Rewrite: func(pr *httputil.ProxyRequest) { pr.SetURL(target); pr.SetXForwarded() }, ModifyResponse: func(r *http.Response) error { r.Header.Set("Modified", "yes"); return nil }}, {}} {
		front := httptest.NewServer(p)
		req, _ := http.NewRequest("POST", front.URL+"/dir/file?x=y", strings.NewReader("data"))
		req.Header.Set("Connection", "X-Hop")
		req.Header.Set("X-Hop", "hop")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			fmt.Println(err)
			continue
		}
		b, err := io.ReadAll(resp.Body)
		fmt.Println(i, resp.StatusCode, resp.Header.Get("X-Seen"), resp.Header.Get("X-Drop"), resp.Header.Get("Modified"), string(b), err)
		front.Close()
	}

	// Cookies.
	jar, err := cookiejar.New(nil)
	fmt.Println(err)
	parse := func(s string) *url.URL { u, _ := url.Parse(s); return u }
	set := func(u, line string) {
		c, err := http.ParseSetCookie(line)
		if err != nil {
			fmt.Println(err)
			return
		}
		jar.SetCookies(parse(u), []*http.Cookie{c})
	}
	set("http://www.host.test/a/b/c", "a=1")
	set("http://www.host.test/a/b/c", "b=2; path=/")
	set("http://www.host.test/", "c=3; domain=host.test")
	set("http://www.host.test/", "d=4; secure")
	set("http://www.host.test/", "e=5; max-age=-1")
	set("http://www.host.test/", "f=6; expires="+time.Now().Add(time.Hour).UTC().Format(http.TimeFormat))
	set("http://www.host.test/", "g=7; domain=other.test")
	set("http://127.0.0.1/", "h=8; domain=127.0.0.1")
	set("http://www.host.test/", "b=22; path=/")
	for _, u := range []string{"http://www.host.test/", "http://www.host.test/a/b/x", "http://www.host.test/a/bx", "https://www.host.test/a/b", "http://host.test/", "http://x.host.test/", "http://other.test/", "http://127.0.0.1:8080/", "ftp://www.host.test/"} {
		fmt.Println(u, jar.Cookies(parse(u)))
	}
	set("http://www.host.test/", "b=; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/")
	fmt.Println(jar.Cookies(parse("http://www.host.test/")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("visits")
		if err != nil {
			http.SetCookie(w, &http.Cookie{Name: "visits", Value: "1"})
			fmt.Fprint(w, "first")
			return
		}
		fmt.Fprint(w, "again ", c.Value)
	}))
	defer server.Close()
	client := &http.Client{Jar: jar}
	for range 2 {
		resp, err := client.Get(server.URL)
		b, _ := io.ReadAll(resp.Body)
		fmt.Println(string(b), err)
	}
}

package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"bufio"
)

func main() {
	n := 0
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	s := &httptest.Server{Listener: l, Config: &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n++
		fmt.Println("request", n, r.URL)
		switch r.URL.Path {
		case "/abort":
			panic(http.ErrAbortHandler)
		case "/abort2":
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "part")
			panic(http.ErrAbortHandler)
		case "/close":
			c, _, _ := w.(http.Hijacker).Hijack()
			c.Close()
		case "/half":
			c, _, _ := w.(http.Hijacker).Hijack()
			io.WriteString(c, "HTTP/1.1 200 OK\r\nX: ")
			c.Close()
		}
	})}}
	s.Start()
	get := func(p string) {
		r, err := http.Get(s.URL + p)
		if err != nil {
			fmt.Println(err.(interface{ Unwrap() error }).Unwrap())
			return
		}
		b, err := io.ReadAll(r.Body)
		fmt.Printf("%d %q %v\n", r.StatusCode, b, err)
	}
	get("/abort")
	get("/abort2")
	for _, p := range []string{"/abort", "/abort2", "/close", "/half"} {
		get("/")
		get(p)
	}
	r, err := http.Post(s.URL+"/", "", nil)
	r.Body.Close()
	r, err = http.Post(s.URL+"/abort", "", nil)
	fmt.Println(err.(interface{ Unwrap() error }).Unwrap())
	_ = bufio.NewReader
}

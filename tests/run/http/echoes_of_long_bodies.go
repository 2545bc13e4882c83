package main

// What a handler can still read of a request's body after it has begun to answer.

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
)

type slow struct{ r io.Reader }

func (s slow) Read(b []byte) (int, error) { return s.r.Read(b[:min(len(b), 1000)]) }

func main() {
	copied := make(chan string, 1)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/duplex":
			if err := http.NewResponseController(w).EnableFullDuplex(); err != nil {
				fmt.Println(err)
			}
		case "/flushed":
			w.(http.Flusher).Flush()
		case "/first":
			io.CopyN(io.Discard, r.Body, 10)
			w.WriteHeader(200)
			w.(http.Flusher).Flush()
		case "/status":
			w.WriteHeader(413)
			copied <- "no copy"
			return
		}
		_, err := io.Copy(w, r.Body)
		copied <- fmt.Sprint(err)
	}))
	defer s.Close()
	for _, path := range []string{"/", "/flushed", "/first", "/duplex", "/status"} {
		for _, size := range []int{0, 100, 1500, 5000, 100_000, 262_143, 262_144, 262_145, 262_154, 262_155, 300_000, 1_000_000} {
			for _, chunked := range []bool{false, true} {
				data := bytes.Repeat([]byte("x"), size)
				var body io.Reader = bytes.NewReader(data)
				if chunked {
					body = slow{body}
				}
				r, err := http.NewRequest("POST", s.URL+path, body)
				if err != nil {
					panic(err)
				}
				resp, err := http.DefaultTransport.RoundTrip(r)
				if err != nil {
					fmt.Println(path, size, chunked, "failed")
					<-copied
					continue
				}
				got, err := io.ReadAll(resp.Body)
				resp.Body.Close()
				how := <-copied
				fmt.Println(path, size, chunked, len(got) == size, err != nil, how, resp.Close)
			}
		}
	}
}

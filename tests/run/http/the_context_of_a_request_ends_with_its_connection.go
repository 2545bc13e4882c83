// A handler that has read the body learns from the context of its request that the client has gone away.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"
)

func main() {
	begun, ended := make(chan bool), make(chan string)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		switch r.URL.Path {
		case "/quick":
			fmt.Fprint(w, ctx.Err(), " ", r.Method)
			return
		case "/child":
			c, cancel := context.WithTimeout(ctx, time.Hour)
			defer cancel()
			ctx = c
		case "/after":
			over := make(chan struct{})
			context.AfterFunc(ctx, func() { close(over) })
			begun <- true
			<-over
			ended <- r.URL.Path + " " + ctx.Err().Error()
			return
		case "/body":
			io.Copy(io.Discard, r.Body)
		case "/early":
			// The body is read after the context has been asked.
			ctx.Done()
			io.Copy(io.Discard, r.Body)
		case "/hijack":
			ctx.Done()
			c, b, err := w.(http.Hijacker).Hijack()
			fmt.Fprint(b, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nown")
			b.Flush()
			fmt.Println(err, ctx.Err())
			c.Close()
			return
		}
		begun <- true
		<-ctx.Done()
		ended <- r.URL.Path + " " + ctx.Err().Error() + " " + context.Cause(ctx).Error()
	}))
	for _, path := range []string{"/a", "/child", "/after", "/body", "/early"} {
		ctx, cancel := context.WithCancel(context.Background())
		r, _ := http.NewRequestWithContext(ctx, "POST", s.URL+path, strings.NewReader("some text"))
		if path != "/body" && path != "/early" {
			r, _ = http.NewRequestWithContext(ctx, "GET", s.URL+path, nil)
		}
		failed := make(chan error)
		go func() {
			_, err := s.Client().Do(r)
			failed <- err
		}()
		<-begun
		cancel()
		fmt.Println(<-ended, strings.Contains((<-failed).Error(), "context canceled"))
	}
	// Connections that have been watched are used again.
	for range 2 {
		for _, method := range []string{"GET", "POST"} {
			r, _ := http.NewRequest(method, s.URL+"/quick", strings.NewReader("x"))
			resp, err := s.Client().Do(r)
			if err != nil {
				fmt.Println(err)
				continue
			}
			b, err := io.ReadAll(resp.Body)
			fmt.Println(string(b), err)
		}
	}
	resp, err := s.Client().Get(s.URL + "/hijack")
	if err == nil {
		b, err := io.ReadAll(resp.Body)
		fmt.Println(string(b), err)
	}
	// Two requests at once.
	c, _ := net.Dial("tcp", s.Listener.Addr().String())
	io.WriteString(c, strings.Repeat("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n", 2))
	in := bufio.NewReader(c)
	for range 2 {
		resp, err := http.ReadResponse(in, nil)
		if err != nil {
			fmt.Println(err)
			break
		}
		b, err := io.ReadAll(resp.Body)
		fmt.Println(string(b), err)
	}
	c.Close()
	s.Close()
}

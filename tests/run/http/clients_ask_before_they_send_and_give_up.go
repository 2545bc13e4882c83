package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/textproto"
	"net/url"
	"os"
	"strings"
	"time"
)

func cause(err error) string {
	if err == nil {
		return "<nil>"
	}
	var u *url.Error
	if errors.As(err, &u) {
		return fmt.Sprintf("%s %v timeout=%v deadline=%v canceled=%v", u.Op, u.Err, u.Timeout(), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled))
	}
	return err.Error()
}

func trace(name string) *httptrace.ClientTrace {
	p := func(a ...any) { fmt.Println(append([]any{" ", name}, a...)...) }
	return &httptrace.ClientTrace{
		GotConn:              func(i httptrace.GotConnInfo) { p("conn", i.Reused) },
		WroteHeaderField:     func(k string, v []string) { if k != "Host" { p("field", k, v) } else { p("field", k) } },
		WroteHeaders:         func() { p("headers") },
		Wait100Continue:      func() { p("wait") },
		Got100Continue:       func() { p("100") },
		Got1xxResponse:       func(code int, h textproto.MIMEHeader) error { p(code, h); return nil },
		WroteRequest:         func(i httptrace.WroteRequestInfo) { p("wrote", i.Err) },
		GotFirstResponseByte: func() { p("first") },
		PutIdleConn:          func(err error) { p("idle", err) },
	}
}

func raw(f func(c net.Conn, br *bufio.Reader)) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { defer c.Close(); f(c, bufio.NewReader(c)) }()
		}
	}()
	return "http://" + l.Addr().String()
}

type slow struct {
	io.Reader
	closed chan string
}

func (s slow) Close() error { s.closed <- "body closed"; return nil }

func main() {
	head := func(br *bufio.Reader) string {
		var first string
		for i := 0; ; i++ {
			l, err := br.ReadString('\n')
			if i == 0 {
				first = strings.TrimSpace(l)
			}
			if err != nil || l == "\r\n" {
				return first
			}
		}
	}
	fmt.Println("== get")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %d %q", r.Method, r.ContentLength, b)
	}))
	do := func(r *http.Request, c *http.Client) {
		if c == nil {
			c = s.Client()
		}
		re, err := c.Do(r)
		if err != nil {
			fmt.Println(cause(err))
			return
		}
		b, err := io.ReadAll(re.Body)
		re.Body.Close()
		fmt.Printf("%d %q %v\n", re.StatusCode, b, err)
	}
	req := func(m, u string, body io.Reader, tr string) *http.Request {
		ctx := context.Background()
		if tr != "" {
			ctx = httptrace.WithClientTrace(ctx, trace(tr))
		}
		r, err := http.NewRequestWithContext(ctx, m, u, body)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return r
	}
	do(req("GET", s.URL, nil, "get"), nil)
	r := req("POST", s.URL, strings.NewReader("hi"), "post")
	r.Header.Add("X-A", "1")
	r.Header.Add("X-A", "2 ")
	do(r, nil)
	r = req("POST", s.URL, io.MultiReader(strings.NewReader("hi")), "chunks")
	r.Trailer = http.Header{"X-T": {"t"}}
	r.Close = true
	do(r, nil)
	fmt.Println("== expect")
	tr := &http.Transport{ExpectContinueTimeout: 10 * time.Second}
	c := &http.Client{Transport: tr}
	r = req("POST", s.URL, strings.NewReader("hi"), "expect")
	r.Header.Set("Expect", "100-continue")
	do(r, c)
	for _, how := range []string{"HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 417 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 204 OK\r\n\r\n"} {
		got := make(chan string, 1)
		u := raw(func(c net.Conn, br *bufio.Reader) {
			h := head(br)
			io.WriteString(c, how)
			c.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
			b := make([]byte, 2)
			n, _ := io.ReadFull(br, b)
			got <- fmt.Sprintf("%s %q", h, b[:n])
		})
		r := req("PUT", u, strings.NewReader("hi"), "")
		r.Header.Set("Expect", "100-continue")
		do(r, c)
		fmt.Println(<-got)
	}
	tr.ExpectContinueTimeout = 20 * time.Millisecond
	u := raw(func(c net.Conn, br *bufio.Reader) {
		head(br)
		b := make([]byte, 2)
		io.ReadFull(br, b)
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n%s", b)
	})
	r = req("PUT", u, strings.NewReader("hi"), "")
	r.Header.Set("Expect", "100-continue")
	do(r, c)

	fmt.Println("== limits")
	quit := make(chan bool)
	hang := raw(func(c net.Conn, br *bufio.Reader) { head(br); <-quit })
	part := raw(func(c net.Conn, br *bufio.Reader) {
		head(br)
		io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
		<-quit
	})
	do(req("GET", hang, nil, ""), &http.Client{Timeout: 20 * time.Millisecond})
	do(req("GET", part, nil, ""), &http.Client{Timeout: 20 * time.Millisecond})
	do(req("GET", hang, nil, ""), &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 20 * time.Millisecond}})
	do(req("POST", hang, strings.NewReader("a"), ""), &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 20 * time.Millisecond}})
	for _, u := range []string{hang, part} {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
		r, _ := http.NewRequestWithContext(ctx, "GET", u, nil)
		do(r, nil)
		cancel()
		ctx, cancel2 := context.WithCancelCause(context.Background())
		time.AfterFunc(20*time.Millisecond, func() { cancel2(errors.New("my reason")) })
		r, _ = http.NewRequestWithContext(ctx, "GET", u, nil)
		do(r, nil)
		r, _ = http.NewRequest("GET", u, nil)
		stop := make(chan struct{})
		r.Cancel = stop
		time.AfterFunc(20*time.Millisecond, func() { close(stop) })
		do(r, nil)
		r, _ = http.NewRequest("GET", u, nil)
		tr := &http.Transport{}
		time.AfterFunc(20*time.Millisecond, func() { tr.CancelRequest(r) })
		re, err := tr.RoundTrip(r)
		if err == nil {
			_, err = io.ReadAll(re.Body)
		}
		fmt.Println(err)
	}
	r, _ = http.NewRequest("GET", s.URL, nil)
	stop := make(chan struct{})
	close(stop)
	r.Cancel = stop
	time.Sleep(10 * time.Millisecond)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, _ = http.NewRequestWithContext(ctx, "POST", s.URL, slow{strings.NewReader("x"), make(chan string, 5)})
	do(r, nil)
	fmt.Println(<-r.Body.(slow).closed)
	fmt.Println("== bodies")
	closed := make(chan string, 5)
	pr, pw := io.Pipe()
	pw.CloseWithError(errors.New("pipe broke"))
	r = req("POST", s.URL, slow{pr, closed}, "bad")
	do(r, nil)
	fmt.Println(<-closed)
	r = req("POST", s.URL, slow{strings.NewReader("abc"), closed}, "")
	r.ContentLength = 5
	do(r, nil)
	fmt.Println(<-closed)
	fmt.Println("== bad answers")
	for _, a := range []string{"", "HTTP/1.1", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nX\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200 OK\r\n", "junk\r\n\r\n", "HTTP/1.1 200 OK\r\nX: " + strings.Repeat("y", 5000) + "\r\n\r\n", "HTTP/1.1 99 X\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 101 X\r\nContent-Length: 2\r\n\r\nab", "HTTP/2.0 200 X\r\n\r\nab", "HTTP/1.1 200 X\r\nTransfer-Encoding: gzip\r\n\r\nab", "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz", "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab", "HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"} {
		u := raw(func(c net.Conn, br *bufio.Reader) { head(br); io.WriteString(c, a) })
		do(req("GET", u, nil, ""), &http.Client{Transport: &http.Transport{MaxResponseHeaderBytes: 1000}})
	}
	ts := httptest.NewUnstartedServer(http.NotFoundHandler())
	ts.Config.ErrorLog = log.New(io.Discard, "", 0)
	ts.StartTLS()
	do(req("GET", strings.Replace(ts.URL, "https", "http", 1), nil, ""), nil)
	do(req("GET", strings.Replace(s.URL, "http", "https", 1), nil, ""), nil)
	re, _ := s.Client().Get(s.URL)
	re.Body.Close()
	_, err := re.Body.Read(make([]byte, 1))
	fmt.Println(err)
	fmt.Println(re.Body.Close())
}

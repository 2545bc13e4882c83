package main

// Bodies that the server is asked about, clients that go, connections that are closed, and what is told on the way.

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/url"
	"strings"
	"time"
)

func main() {
	// Expect: 100-continue.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	got := make(chan string, 1)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			br := bufio.NewReader(c)
			r, err := http.ReadRequest(br)
			if err != nil {
				c.Close()
				continue
			}
			switch r.URL.Path {
			case "/continue":
				early := br.Buffered()
				io.WriteString(c, "HTTP/1.1 100 Continue\r\n\r\n")
				body, err := io.ReadAll(r.Body)
				got <- fmt.Sprintf("%d %q %v", early, body, err)
				io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
			case "/refuse":
				io.WriteString(c, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno")
				body, err := io.ReadAll(r.Body)
				got <- fmt.Sprintf("%q %v", body, err)
			case "/refuse/close":
				io.WriteString(c, "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno")
				rest, err := io.ReadAll(br)
				got <- fmt.Sprintf("%q %v", rest, err)
			case "/silent":
				body, err := io.ReadAll(r.Body)
				got <- fmt.Sprintf("%q %v", body, err)
				io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
			}
			c.Close()
		}
	}()
	for _, limit := range []time.Duration{time.Minute, 50 * time.Millisecond, 0} {
		for _, path := range []string{"/continue", "/refuse", "/refuse/close", "/silent"} {
			if limit == time.Minute && path == "/silent" || limit == 0 && path != "/silent" {
				continue
			}
			if limit < time.Minute && strings.HasPrefix(path, "/refuse") {
				continue
			}
			t := &http.Transport{ExpectContinueTimeout: limit}
			r, _ := http.NewRequest("POST", "http://"+l.Addr().String()+path, io.NopCloser(strings.NewReader("the body")))
			r.ContentLength = 8
			r.Header.Set("Expect", "100-continue")
			resp, err := t.RoundTrip(r)
			if err != nil {
				fmt.Println(path, err)
				continue
			}
			text, err := io.ReadAll(resp.Body)
			resp.Body.Close()
			fmt.Println(limit, path, resp.Status, string(text), err, <-got)
			t.CloseIdleConnections()
		}
	}
	l.Close()

	// Who watches for the client.
	gone := make(chan string, 1)
	started := make(chan bool)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		notify := w.(http.CloseNotifier).CloseNotify()
		if r.URL.Path == "/quick" {
			return
		}
		close(started)
		select {
		case v := <-notify:
			<-r.Context().Done()
			gone <- fmt.Sprint(v, r.Context().Err())
		case <-time.After(10 * time.Second):
			gone <- "nobody has gone"
		}
	}))
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-started
		cancel()
	}()
	r, _ := http.NewRequestWithContext(ctx, "GET", s.URL, nil)
	_, err = http.DefaultClient.Do(r)
	fmt.Println(errors.Is(err, context.Canceled), <-gone)
	resp, err := s.Client().Get(s.URL + "/quick")
	fmt.Println(resp.Status, err)
	s.Close()

	// Connections that the server of a test closes.
	s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.CloseClientConnections()
	}))
	states := make(chan http.ConnState, 100)
	s.Config.ConnState = func(c net.Conn, state http.ConnState) { states <- state }
	s.Start()
	_, err = s.Client().Get(s.URL)
	fmt.Println(err != nil, <-states, <-states)
	s.Close()

	// What is told of names and connections.
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	port := s.Listener.Addr().(*net.TCPAddr).Port
	show := func(text string) string { return strings.ReplaceAll(text, fmt.Sprint(port), "PORT") }
	for _, host := range []string{"127.0.0.1", "does.not.exist.invalid"} {
		trace := &httptrace.ClientTrace{
			GetConn:      func(hostPort string) { fmt.Println("get", show(hostPort)) },
			DNSStart:     func(i httptrace.DNSStartInfo) { fmt.Println("dns start", i.Host) },
			DNSDone:      func(i httptrace.DNSDoneInfo) { fmt.Println("dns done", len(i.Addrs), i.Err != nil) },
			ConnectStart: func(network, addr string) { fmt.Println("connect start", network, show(addr)) },
			ConnectDone:  func(network, addr string, err error) { fmt.Println("connect done", network, show(addr), err) },
		}
		r, _ := http.NewRequestWithContext(httptrace.WithClientTrace(context.Background(), trace), "GET", fmt.Sprintf("http://%s:%d/", host, port), nil)
		resp, err := (&http.Transport{}).RoundTrip(r)
		if err == nil {
			fmt.Println(resp.Status)
		} else {
			var op *net.OpError
			fmt.Println(errors.As(err, &op), op.Op)
		}
	}
	s.Close()

	// A proxy that is not there, a clone, and lengths beside chunks.
	t := &http.Transport{
		Proxy:        http.ProxyURL(&url.URL{Scheme: "http", Host: "proxy.invalid:1"}),
		Dial:         func(network, addr string) (net.Conn, error) { return nil, errors.New("no " + addr) },
		TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{"x": nil},
	}
	_, err = (&http.Client{Transport: t}).Get("http://host.invalid/")
	var op *net.OpError
	fmt.Println(err, errors.As(err, &op), op.Op)
	fmt.Println(len(t.Clone().TLSNextProto))
	for _, length := range []string{"notdigits", "5", "-1", "+1"} {
		text := "POST / HTTP/1.1\r\nHost: foo.com\r\nTransfer-Encoding: chunked\r\nContent-Length: " + length + "\r\n\r\n3\r\nfoo\r\n0\r\n\r\n"
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(text)))
		if err != nil {
			fmt.Println(err)
			continue
		}
		body, err := io.ReadAll(r.Body)
		fmt.Println(r.ContentLength, r.Header, r.TransferEncoding, string(body), err)
		resp, err := http.ReadResponse(bufio.NewReader(strings.NewReader("HTTP/1.1 200 OK\r\n"+text[strings.Index(text, "Host"):])), nil)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(resp.ContentLength, resp.Header, resp.TransferEncoding)
	}
}

package main

// A server of httptest.NewTestServer answers requests to every host without a network, and one that listens those to example.com.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

type test struct {
	testing.TB
	cleanups []func()
}

func (t *test) Helper()          {}
func (t *test) Cleanup(f func()) { t.cleanups = append(t.cleanups, f) }
func (t *test) Errorf(format string, args ...any) {
	text, _, _ := strings.Cut(fmt.Sprintf(format, args...), "\n")
	fmt.Println("FAIL", text)
}
func (t *test) end() {
	for _, f := range t.cleanups {
		f()
	}
}

func get(c *http.Client, url string) {
	r, err := c.Get(url)
	var op *net.OpError
	if errors.As(err, &op) {
		fmt.Println(url, op.Op)
		return
	}
	if err != nil {
		fmt.Println(url, err)
		return
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	fmt.Printf("%s %s %q %v\n", url, r.Status, body, err)
}

func main() {
	show := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := ""
		if r.TLS != nil {
			name = r.TLS.ServerName
		}
		fmt.Fprint(w, r.Host, r.URL, " ", r.TLS != nil, " ", name)
	})
	t := &test{}
	s := httptest.NewTestServer(t, show)
	fmt.Printf("%q %v\n", s.URL, s.Listener)
	c := s.Client()
	fmt.Printf("%q %v\n", s.URL, s.Listener)
	for _, url := range []string{"http://example.com/x", "https://example.com/x", "http://go.dev", "https://go.dev", "http://10.0.0.1:99/", "https://10.0.0.1:99/"} {
		get(c, url)
	}
	t.end()

	t = &test{}
	s = httptest.NewTestServer(t, nil)
	get(s.Client(), s.URL+"/nobody")
	t.end()

	t = &test{}
	hijacked := make(chan string, 1)
	s = httptest.NewTestServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/abort":
			panic(http.ErrAbortHandler)
		case "/panic":
			panic("boom")
		case "/echo":
			n, err := io.Copy(w, r.Body)
			fmt.Println("copied", n, err)
		case "/early":
			w.WriteHeader(418)
		case "/addr":
			fmt.Fprint(w, r.RemoteAddr != "", r.Context().Value(http.LocalAddrContextKey) != nil)
		case "/hijack":
			conn, rw, err := w.(http.Hijacker).Hijack()
			if err != nil {
				fmt.Println(err)
				return
			}
			rw.WriteString("HTTP/1.1 299 Mine\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
			rw.Flush()
			conn.SetReadDeadline(time.Now().Add(-time.Second))
			_, err = conn.Read(make([]byte, 1))
			timeout := err.(net.Error).Timeout()
			conn.Close()
			_, err = conn.Write([]byte("x"))
			hijacked <- fmt.Sprint(timeout, err != nil)
		}
	}))
	c = s.Client()
	get(c, "http://x/abort")
	get(c, "http://x/panic")
	get(c, "http://x/addr")
	get(c, "http://x/hijack")
	fmt.Println(<-hijacked)
	big := bytes.Repeat([]byte("0123456789"), 100_000)
	for _, path := range []string{"http://x/echo", "http://x/early", "https://x/echo"} {
		r, err := c.Post(path, "text/plain", bytes.NewReader(big))
		if err != nil {
			fmt.Println(path, err)
			continue
		}
		text, err := io.ReadAll(r.Body)
		r.Body.Close()
		fmt.Println(path, r.Status, bytes.Equal(text, big), err)
	}
	t.end()

	s = httptest.NewServer(show)
	for _, url := range []string{"http://example.com/x", "http://a.b.example.com/", "http://example.com:80/", "http://x.invalid/"} {
		get(s.Client(), url)
	}
	s.Close()
	s = httptest.NewTLSServer(show)
	get(s.Client(), "https://example.com/x")
	get(s.Client(), "https://a.example.com/x")
	s.Close()
	t = &test{}
	s = httptest.NewTestServer(t, show)
	s.Start()
	fmt.Println(strings.HasPrefix(s.URL, "http://127.0.0.1:"), s.Listener != nil)
	get(s.Client(), "http://example.com/started")
	t.end()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	(&httptest.Server{Listener: l, Config: &http.Server{}}).Close()

	for _, c := range []struct {
		method, target string
		body           io.Reader
	}{
		{"", "https://foo.com/path/%2f/bar/", nil}, {"POST", "/", http.NoBody}, {"GET", "http://a/", strings.NewReader("x")},
		{"PUT", "/x", io.NopCloser(strings.NewReader("x"))}, {"OPTIONS", "*", nil},
	} {
		r := httptest.NewRequest(c.method, c.target, c.body)
		fmt.Println(r.Method, r.URL, r.Host, r.ContentLength, r.RequestURI, r.Body != nil, r.RemoteAddr)
		if r.TLS != nil {
			fmt.Printf("%x %v %q\n", r.TLS.Version, r.TLS.HandshakeComplete, r.TLS.ServerName)
		}
	}
}

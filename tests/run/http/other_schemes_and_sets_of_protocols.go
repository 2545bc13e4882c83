package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing/fstest"
)

type backwards struct{}

func (backwards) RoundTrip(r *http.Request) (*http.Response, error) {
	switch r.URL.Path {
	case "/skip":
		return nil, http.ErrSkipAltProtocol
	case "/fail":
		return nil, errors.New("backwards fails")
	}
	return &http.Response{StatusCode: 200, Status: "200 OK", Body: io.NopCloser(strings.NewReader("got " + r.URL.String())), Request: r}, nil
}

func get(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	fmt.Printf("%s %q %v\n", resp.Status, text, err)
}

func main() {
	// Schemes of the program's own.
	t := &http.Transport{}
	t.RegisterProtocol("back", backwards{})
	files := fstest.MapFS{"a/b.txt": {Data: []byte("text of b")}}
	t.RegisterProtocol("file", http.NewFileTransportFS(files))
	c := &http.Client{Transport: t}
	for _, u := range []string{"back://host/path", "back://host/skip", "back://host/fail", "file:///a/b.txt", "file:///none", "other://x"} {
		get(c, u)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		t.RegisterProtocol("back", backwards{})
	}()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "http") }))
	t.RegisterProtocol("http", backwards{})
	get(c, s.URL+"/skip")
	get(c, "http://x.invalid/kept")
	t2 := t.Clone()
	get(&http.Client{Transport: t2}, "back://host/clone")

	// Sets of protocols.
	var p http.Protocols
	fmt.Println(p, p.HTTP1(), p.HTTP2(), p.UnencryptedHTTP2())
	p.SetHTTP1(true)
	fmt.Println(p, p.HTTP1())
	p.SetHTTP2(true)
	p.SetUnencryptedHTTP2(true)
	fmt.Println(p, p.HTTP2(), p.UnencryptedHTTP2())
	p.SetHTTP2(false)
	fmt.Println(p, p == http.Protocols{})
	p = http.Protocols{}
	p.SetHTTP1(true)
	s.Close()
	s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) }))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.Config.Protocols = &p
	s.StartTLS()
	get(s.Client(), s.URL)
	resp, err := s.Client().Get(strings.Replace(s.URL, "https", "http", 1))
	if err == nil {
		fmt.Println(resp.Status)
	}
	s.Close()
	s = httptest.NewServer(nil)
	_, err = http.Get(strings.Replace(s.URL, "http", "https", 1))
	fmt.Println(errors.Is(err, http.ErrSchemeMismatch))

	// What is written to a proxy, and what is asked before a tunnel is made.
	r, err := http.NewRequest("POST", "http://user:pw@host:81/path?q#f", strings.NewReader("body"))
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	fmt.Println(r.WriteProxy(&b))
	fmt.Printf("%q\n", b.String())
	r, _ = http.NewRequest("OPTIONS", "http://host", nil)
	b.Reset()
	fmt.Println(r.WriteProxy(&b))
	fmt.Printf("%q\n", b.String())

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	heads := make(chan string, 2)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			r, err := http.ReadRequest(bufio.NewReader(conn))
			if err == nil {
				heads <- fmt.Sprint(r.Method, " ", r.Host, " ", r.Header)
				io.WriteString(conn, "HTTP/1.1 403 No way\r\n\r\n")
			}
			conn.Close()
		}
	}()
	t = &http.Transport{
		Proxy:              http.ProxyURL(&url.URL{Scheme: "http", Host: l.Addr().String(), User: url.UserPassword("u", "p")}),
		ProxyConnectHeader: http.Header{"Not": {"sent"}},
		GetProxyConnectHeader: func(ctx context.Context, proxy *url.URL, target string) (http.Header, error) {
			if strings.HasPrefix(target, "bad") {
				return nil, errors.New("no header for " + target)
			}
			return http.Header{"For": {target}, "By": {proxy.Scheme}}, nil
		},
	}
	get(&http.Client{Transport: t}, "https://good.invalid/")
	fmt.Println(<-heads)
	get(&http.Client{Transport: t}, "https://bad.invalid/")
	t.GetProxyConnectHeader = nil
	get(&http.Client{Transport: t}, "https://good.invalid/")
	fmt.Println(<-heads)
	l.Close()

	// Too many fields.
	s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, len(r.Header["X"])) }))
	for _, most := range []int{0, 20} {
		s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, len(r.Header["X"])) }))
		s.Config.MaxHeaderValueCount = most
		s.Start()
		for _, n := range []int{15, 17, 18, 19, 20, 21, 400, 496, 497, 498, 499, 500, 501} {
			r, _ := http.NewRequest("GET", s.URL, nil)
			for range n {
				r.Header.Add("X", "a, b")
			}
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				fmt.Println(n, err)
				continue
			}
			text, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			fmt.Printf("%d %s %q %v\n", n, resp.Status, text, resp.Close)
		}
		s.Close()
	}
	fmt.Println(http.DefaultMaxHeaderValueCount)
}

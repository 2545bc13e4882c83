package main

// What redirected requests carry, where a mux sends clients, and bodies that wait for the response.

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
)

func main() {
	// Cookies of the request and of the jar.
	var s *httptest.Server
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Printf("%s %q\n", r.URL, r.Header["Cookie"])
		switch r.URL.Path {
		case "/1":
			http.SetCookie(w, &http.Cookie{Name: "A", Value: "new", Path: "/"})
			http.SetCookie(w, &http.Cookie{Name: "D", Value: "fresh", Path: "/"})
			http.Redirect(w, r, "/2", 302)
		case "/2":
			http.SetCookie(w, &http.Cookie{Name: "B", Path: "/", MaxAge: -1})
			http.Redirect(w, r, "/3", 302)
		case "/3":
			http.Redirect(w, r, "/4", 307)
		}
	}))
	for _, with := range []bool{true, false} {
		c := s.Client()
		c.Jar = nil
		if with {
			jar, err := cookiejar.New(nil)
			if err != nil {
				panic(err)
			}
			u, _ := url.Parse(s.URL)
			jar.SetCookies(u, []*http.Cookie{{Name: "J", Value: "jar"}})
			c.Jar = jar
		}
		r, _ := http.NewRequest("GET", s.URL+"/1", nil)
		r.AddCookie(&http.Cookie{Name: "A", Value: "old"})
		r.AddCookie(&http.Cookie{Name: "B", Value: "gone"})
		r.AddCookie(&http.Cookie{Name: "C", Value: "kept"})
		resp, err := c.Do(r)
		if err != nil {
			panic(err)
		}
		resp.Body.Close()
	}
	s.Close()

	// Secrets are for the first host, also when another sends the client back.
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Host, r.URL, r.Header.Get("Authorization"), r.Header.Get("Proxy-Authorization"), r.Header.Get("Cookie"), r.Header.Get("X"))
		switch r.Host + r.URL.Path {
		case "a.example.com/":
			http.Redirect(w, r, "http://sub.a.example.com/", 302)
		case "sub.a.example.com/":
			http.Redirect(w, r, "http://b.example.com/", 302)
		case "b.example.com/":
			http.Redirect(w, r, "http://a.example.com/back", 302)
		}
	}))
	r, _ := http.NewRequest("GET", "http://a.example.com/", nil)
	r.Header = http.Header{"Authorization": {"secret"}, "Proxy-Authorization": {"proxy"}, "Cookie": {"c=1"}, "X": {"open"}}
	resp, err := s.Client().Do(r)
	if err != nil {
		panic(err)
	}
	resp.Body.Close()
	u, _ := url.Parse("http://user:pass@b.example.com/x")
	resp, err = s.Client().Do(&http.Request{Method: "GET", URL: u})
	fmt.Println(resp.Status, err)
	resp.Body.Close()
	t := s.Client().Transport.(*http.Transport)
	t.CloseIdleConnections()
	t.Dial = func(network, addr string) (net.Conn, error) { return net.Dial(network, s.Listener.Addr().String()) }
	resp, err = s.Client().Get("http://anywhere.invalid/")
	fmt.Println(resp.Status, err)
	resp.Body.Close()
	s.Close()

	// Clean paths.
	mux := http.NewServeMux()
	for _, p := range []string{"/dir/", "/pkg/{a}/", "example.org/only/", "GET /get", "/file"} {
		mux.HandleFunc(p, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, p) })
	}
	for _, target := range []string{
		"/dir", "/dir/..", "/dir//x", "//dir/x", "/none//x", "/none/../file", "//file", "/a%2fb//c", "/pkg/a%2fb", "/pkg/a%2Fb/", "/dir/./x?q=1", "/only",
		"http://example.org/only", "/get/", "/dir?a=b",
	} {
		for _, method := range []string{"GET", "POST", "CONNECT"} {
			r := &http.Request{Method: method, Host: "h", Header: http.Header{}}
			if r.URL, err = url.Parse(target); err != nil || r.URL.Path == "" {
				r.URL = &url.URL{Path: target}
			}
			if strings.HasPrefix(target, "//") {
				r.URL = &url.URL{Path: target}
			}
			if r.URL.Host != "" {
				r.Host = r.URL.Host
			}
			h, pattern := mux.Handler(r)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			fmt.Println(method, target, w.Code, w.Header().Get("Location"), pattern)
		}
	}

	// A body that says nothing until the response has come.
	started := make(chan bool, 1)
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.NewResponseController(w).EnableFullDuplex()
		w.(http.Flusher).Flush()
		started <- true
		text, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%d %q %v", r.ContentLength, text, err)
	}))
	for _, text := range []string{"x", "longer"} {
		pr, pw := io.Pipe()
		r, _ := http.NewRequest("GET", s.URL, pr)
		go func() {
			<-started
			io.WriteString(pw, text)
			pw.Close()
		}()
		resp, err := s.Client().Do(r)
		if err != nil {
			fmt.Println(err)
			continue
		}
		body, err := io.ReadAll(resp.Body)
		fmt.Println(string(body), err)
		resp.Body.Close()
	}
	s.Close()

	// Responses that have no body to an old client, and those that come early.
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/early" {
			w.Header().Set("Content-Length", "2")
			w.Header().Set("Link", "</x>")
			w.WriteHeader(103)
			io.WriteString(w, "ok")
			return
		}
		var code int
		fmt.Sscan(r.URL.Path[1:], &code)
		w.WriteHeader(code)
	}))
	for _, request := range []string{
		"GET /204 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /304 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
		"GET /200 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /early HTTP/1.1\r\nHost: x\r\n\r\n",
	} {
		conn, err := net.Dial("tcp", s.Listener.Addr().String())
		if err != nil {
			panic(err)
		}
		io.WriteString(conn, request)
		conn.SetReadDeadline(time.Now().Add(200 * time.Millisecond))
		text, err := io.ReadAll(conn)
		lines := strings.Split(string(text), "\r\n")
		lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "Date: ") })
		fmt.Printf("%q %v\n", lines, os.IsTimeout(err))
		conn.Close()
	}
	s.Close()
	w := httptest.NewRecorder()
	http.FileServer(http.Dir(".")).ServeHTTP(w, &http.Request{Method: "GET", URL: &url.URL{Path: "/a\x00b"}, Header: http.Header{}})
	fmt.Println(w.Code)
}

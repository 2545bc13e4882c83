package main

// A handler that writes more than the length it has told, or less, and requests for a host that is elsewhere.

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
)

type plain struct{ io.Reader }

func main() {
	errs := make(chan string, 4)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "600")
		var n int64
		var err error
		size := 600
		switch {
		case strings.HasSuffix(r.URL.Path, "more"):
			size = 700
		case strings.HasSuffix(r.URL.Path, "less"):
			size = 100
		}
		data := bytes.Repeat([]byte("x"), size)
		switch {
		case strings.HasPrefix(r.URL.Path, "/from"):
			n, err = w.(io.ReaderFrom).ReadFrom(plain{bytes.NewReader(data)})
		case strings.HasPrefix(r.URL.Path, "/write"):
			for len(data) > 0 && err == nil {
				var m int
				m, err = w.Write(data[:50])
				n += int64(m)
				data = data[50:]
			}
		default:
			var m int
			m, err = w.Write(data)
			n = int64(m)
		}
		errs <- fmt.Sprint(n, err)
	}))
	for _, path := range []string{"/from", "/from/more", "/from/less", "/write", "/write/more", "/write/less", "/once", "/once/more", "/once/less"} {
		resp, err := s.Client().Get(s.URL + path)
		if err != nil {
			fmt.Println(path, "failed", <-errs)
			continue
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		fmt.Println(path, len(text), err, <-errs)
	}
	s.Close()

	// Cookies are those of the host that the request names.
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Host == "named.example.com", r.Cookies())
		http.SetCookie(w, &http.Cookie{Name: "New", Value: "1"})
	}))
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err)
	}
	here, _ := url.Parse(s.URL)
	named := &url.URL{Scheme: "http", Host: "named.example.com"}
	jar.SetCookies(here, []*http.Cookie{{Name: "Here", Value: "1"}})
	jar.SetCookies(named, []*http.Cookie{{Name: "Named", Value: "1"}})
	c := s.Client()
	c.Jar = jar
	r, _ := http.NewRequest("GET", s.URL, nil)
	r.Host = named.Host
	resp, err := c.Do(r)
	if err != nil {
		panic(err)
	}
	resp.Body.Close()
	fmt.Println(jar.Cookies(here), jar.Cookies(named))
	s.Close()
}

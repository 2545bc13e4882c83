package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

func show(what string, r *http.Response, err error) {
	if err != nil {
		var ue *url.Error
		var ne net.Error
		fmt.Println(what, "error:", strip(err.Error()), errors.As(err, &ue), errors.As(err, &ne) && ne.Timeout())
		return
	}
	b, err := io.ReadAll(r.Body)
	r.Body.Close()
	r.Header.Del("Date")
	if len(b) > 300 {
		b = b[:300]
	}
	fmt.Printf("%s %s %s len=%d te=%v close=%v %q %v\n", what, r.Status, r.Proto, r.ContentLength, r.TransferEncoding, r.Close, strip(string(b)), err)
	var keys []string
	for k, v := range r.Header {
		keys = append(keys, fmt.Sprintf("%s=%q", k, v))
	}
	sort.Strings(keys)
	fmt.Println("   ", keys, r.Trailer)
}

var addrs []string

func strip(s string) string {
	for _, a := range addrs {
		s = strings.ReplaceAll(s, a, "ADDR")
	}
	return s
}

func main() {
	conns := 0
	var mu sync.Mutex
	mux := http.NewServeMux()
	mux.HandleFunc("/get", func(w http.ResponseWriter, r *http.Request) {
		var keys []string
		for k, v := range r.Header {
			keys = append(keys, fmt.Sprintf("%s=%q", k, v))
		}
		sort.Strings(keys)
		b, err := io.ReadAll(r.Body)
		fmt.Fprintln(w, r.Method, r.RequestURI, r.ContentLength, r.TransferEncoding, keys, string(b), err, r.Trailer)
	})
	mux.HandleFunc("/r/{n}", func(w http.ResponseWriter, r *http.Request) {
		n := 0
		fmt.Sscan(r.PathValue("n"), &n)
		code := 302
		fmt.Sscan(r.FormValue("code"), &code)
		if n == 0 {
			http.Redirect(w, r, "/get?from="+r.Method, code)
			return
		}
		http.Redirect(w, r, fmt.Sprintf("/r/%d?code=%d", n-1, code), code)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(200 * time.Millisecond)
		fmt.Fprint(w, "slow")
	})
	mux.HandleFunc("/slowbody", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "start")
		w.(http.Flusher).Flush()
		time.Sleep(200 * time.Millisecond)
		fmt.Fprint(w, "end")
	})
	mux.HandleFunc("/chunks", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Trailer", "X-T")
		for i := range 5 {
			fmt.Fprint(w, i, strings.Repeat("x", 1000))
			w.(http.Flusher).Flush()
		}
		w.Header().Set("X-T", "t")
	})
	mux.HandleFunc("/die", func(w http.ResponseWriter, r *http.Request) {
		c, _, _ := w.(http.Hijacker).Hijack()
		c.Close()
	})
	mux.HandleFunc("/half", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "10")
		fmt.Fprint(w, "half")
	})
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "b c", Domain: ".x.y", Secure: true, SameSite: http.SameSiteLaxMode})
		fmt.Fprint(w, r.Header["Cookie"])
	})
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, r.Header.Get("Authorization")) })
	s := httptest.NewUnstartedServer(mux)
	s.Config.ConnState = func(c net.Conn, st http.ConnState) {
		if st == http.StateNew {
			mu.Lock()
			conns++
			mu.Unlock()
		}
	}
	s.Start()
	defer s.Close()
	u := s.URL
	addrs = append(addrs, strings.TrimPrefix(u, "http://"))
	tr := &http.Transport{DisableCompression: true}
	c := &http.Client{Transport: tr}
	get := func(p string) { r, err := c.Get(u + p); show("GET "+p, r, err) }
	for _, p := range []string{"/get?x=1", "/r/2", "/r/1?code=307", "/chunks", "/half", "/cookie", "/missing", "/get#frag", "/r/11"} {
		get(p)
	}
	mu.Lock()
	fmt.Println("connections:", conns)
	mu.Unlock()
	get("/die")
	for _, code := range []int{301, 302, 303, 307, 308} {
		r, err := c.Post(fmt.Sprintf("%s/r/1?code=%d", u, code), "text/plain", strings.NewReader("body"))
		show(fmt.Sprint("POST ", code), r, err)
	}
	r, err := c.Post(u+"/get", "a/b", io.MultiReader(strings.NewReader("not"), strings.NewReader("known")))
	show("POST chunked", r, err)
	r, err = c.Post(u+"/get", "a/b", nil)
	show("POST nil", r, err)
	r, err = c.Post(u+"/get", "a/b", bytes.NewReader(make([]byte, 0)))
	show("POST empty", r, err)
	r, err = c.PostForm(u+"/get", url.Values{"b": {"2 3"}, "a": {"&"}})
	show("POST form", r, err)
	r, err = c.Head(u + "/get")
	show("HEAD", r, err)
	req, _ := http.NewRequest("PUT", u+"/get", strings.NewReader("put"))
	req.Header.Set("X-One", "1")
	req.Header.Add("x-one", "2")
	req.Header.Set("User-Agent", "me")
	req.Host = "virtual"
	req.Trailer = http.Header{"X-T": {"v"}}
	req.ContentLength = -1
	req.AddCookie(&http.Cookie{Name: "k", Value: "v"})
	req.AddCookie(&http.Cookie{Name: "l", Value: "w x"})
	r, err = c.Do(req)
	show("PUT", r, err)
	req, _ = http.NewRequest("DELETE", strings.Replace(u, "://", "://us:p%20w@", 1)+"/auth", nil)
	r, err = c.Do(req)
	show("DELETE", r, err)
	// errors
	for _, bad := range []string{"", ":", "http://", "ftp://x/", "/relative", "http://127.0.0.1:1/", "http://[::1", "http://a b/"} {
		r, err := c.Get(bad)
		show("GET "+bad, r, err)
	}
	_, err = http.NewRequest("B@D", u, nil)
	fmt.Println(err)
	_, err = http.NewRequest("GET", "%zz", nil)
	fmt.Println(err)
	req, _ = http.NewRequest("GET", u, nil)
	req.Header.Set("Bad\nKey", "x")
	r, err = c.Do(req)
	show("bad key", r, err)
	req, _ = http.NewRequest("GET", u, nil)
	req.Header.Set("Key", "x\ny")
	r, err = c.Do(req)
	show("bad value", r, err)
	// time-outs
	quick := &http.Client{Transport: tr, Timeout: 50 * time.Millisecond}
	r, err = quick.Get(u + "/slow")
	show("timeout", r, err)
	fmt.Println(os.IsTimeout(err), errors.Is(err, context.DeadlineExceeded))
	r, err = quick.Get(u + "/slowbody")
	show("timeout in body", r, err)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	req, _ = http.NewRequestWithContext(ctx, "GET", u+"/slow", nil)
	r, err = c.Do(req)
	show("deadline", r, err)
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	cancel()
	ctx, cancel = context.WithCancel(context.Background())
	req, _ = http.NewRequestWithContext(ctx, "GET", u+"/slow", nil)
	time.AfterFunc(30*time.Millisecond, cancel)
	r, err = c.Do(req)
	show("cancel", r, err)
	fmt.Println(errors.Is(err, context.Canceled))
	r, err = c.Do(req)
	show("cancelled before", r, err)
	ht := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 50 * time.Millisecond, DisableCompression: true}}
	r, err = ht.Get(u + "/slow")
	show("header timeout", r, err)
	// redirects
	no := &http.Client{Transport: tr, CheckRedirect: func(req *http.Request, via []*http.Request) error {
		fmt.Println("  check", strip(req.URL.String()), len(via), strip(req.Header.Get("Referer")))
		if len(via) == 2 {
			return http.ErrUseLastResponse
		}
		return nil
	}}
	r, err = no.Get(u + "/r/5")
	show("last", r, err)
	no.CheckRedirect = func(req *http.Request, via []*http.Request) error { return errors.New("I do not want to") }
	r, err = no.Get(u + "/r/5")
	fmt.Println(r != nil, strip(err.Error()))
	// many at once
	var wg sync.WaitGroup
	sum := 0
	for i := range 50 {
		wg.Go(func() {
			r, err := c.Get(fmt.Sprintf("%s/get?i=%d", u, i))
			if err != nil {
				fmt.Println(err)
				return
			}
			b, _ := io.ReadAll(r.Body)
			r.Body.Close()
			mu.Lock()
			sum += len(b)
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(sum)
	// servers that misbehave
	for _, text := range []string{"garbage\n\n", "HTTP/1.1 2000 x\n\n", "HTTP/1.1 200\n\nto the end", "HTTP/1.0 200 OK\n\nold", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\nq\n", "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nok", "HTTP/1.1 204 No Content\n\n", "HTTP/1.1 304 Not Modified\nContent-Length: 5\n\n", "HTTP/1.1 200 OK\nBad Header\n\n", "HTTP/1.1 200 OK\nX: y\n z\nContent-Length: 0\n\n", "HTTP/1.1 200 OK\nContent-Length: x\n\n", "HTTP/9.9 200 OK\n\n", ""} {
		l, _ := net.Listen("tcp", "127.0.0.1:0")
		addrs = append(addrs, l.Addr().String())
		go func() {
			c, err := l.Accept()
			if err != nil {
				return
			}
			b := make([]byte, 1000)
			c.Read(b)
			io.WriteString(c, strings.ReplaceAll(text, "\n", "\r\n"))
			c.Close()
		}()
		r, err := c.Get("http://" + l.Addr().String() + "/")
		if err != nil && strings.HasSuffix(err.Error(), "connection reset by peer") {
			err = errors.New("EOF")
		}
		show(fmt.Sprintf("%q", text), r, err)
		l.Close()
	}
}

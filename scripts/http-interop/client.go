// The client of scripts/http-interop: asks the server at its argument, and prints what comes back.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
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
	var mu sync.Mutex
	u := os.Args[1]
	addrs = append(addrs, strings.TrimPrefix(u, "http://"))
	tr := &http.Transport{DisableCompression: true}
	c := &http.Client{Transport: tr}
	get := func(p string) { r, err := c.Get(u + p); show("GET "+p, r, err) }
	for _, p := range []string{"/get?x=1", "/r/2", "/r/1?code=307", "/chunks", "/half", "/cookie", "/missing", "/get#frag", "/r/11"} {
		get(p)
	}
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
}

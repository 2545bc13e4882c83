package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"
)

func state(what string, cc *http.ClientConn) {
	fmt.Printf("%s: available %d, in flight %d, err %v\n", what, cc.Available(), cc.InFlight(), cc.Err())
}

// wait polls for what the other end of the connection brings about.
func wait(cond func() bool) {
	for range 500 {
		if cond() {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	fmt.Println("in vain")
}

func get(cc *http.ClientConn, path string) *http.Response {
	req, _ := http.NewRequest("GET", "http://example.com"+path, nil)
	resp, err := cc.RoundTrip(req)
	if err != nil {
		fmt.Println(path, "error:", err)
		return nil
	}
	return resp
}

func read(resp *http.Response) {
	if resp != nil {
		text, err := io.ReadAll(resp.Body)
		fmt.Printf("%s %q %v\n", resp.Status, text, err)
		resp.Body.Close()
	}
}

func main() {
	hold := make(chan bool)
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/close":
			w.Header().Set("Connection", "close")
		case "/hold":
			<-hold
		}
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %s %s %s", r.Method, r.Host, r.URL.Path, body)
	}))
	defer ts.Close()
	addr := ts.Listener.Addr().String()
	t := &http.Transport{}
	ctx := context.Background()

	cc, err := t.NewClientConn(ctx, "http", addr)
	if err != nil {
		fmt.Println(err)
		return
	}
	state("new", cc)
	resp := get(cc, "/a")
	state("before the body", cc)
	read(resp)
	state("after the body", cc)
	t.CloseIdleConnections()
	read(get(cc, "/b"))

	fmt.Println("reserve:", cc.Reserve())
	state("reserved", cc)
	fmt.Println("again:", cc.Reserve())
	cc.Release()
	cc.Release()
	state("released", cc)
	fmt.Println("reserve:", cc.Reserve())
	resp = get(cc, "/c")
	state("reservation used", cc)
	read(resp)

	// A second request waits for the first one's body to be read.
	resp = get(cc, "/first")
	second := make(chan *http.Response)
	go func() { second <- get(cc, "/second") }()
	select {
	case <-second:
		fmt.Println("did not wait")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("waits")
	}
	read(resp)
	read(<-second)

	// One that waits may be given up.
	resp = get(cc, "/d")
	short, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	req, _ := http.NewRequestWithContext(short, "GET", "http://x/late", nil)
	_, err = cc.RoundTrip(req)
	fmt.Println("late:", err)
	cancel()
	read(resp)
	state("after giving up", cc)

	// A body.
	req, _ = http.NewRequest("POST", "http://x/post", strings.NewReader("some text"))
	resp, err = cc.RoundTrip(req)
	read(resp)

	// Refused requests give their reservation back.
	for _, r := range []*http.Request{
		{},
		{URL: &url.URL{Scheme: "http", Host: "x"}},
		{URL: &url.URL{Scheme: "http"}, Header: http.Header{}},
		{URL: &url.URL{Scheme: "http", Host: "x"}, Header: http.Header{}, Method: "A B"},
		{URL: &url.URL{Scheme: "http", Host: "x"}, Header: http.Header{"a b": {"c"}}},
		{URL: &url.URL{Scheme: "http", Host: "x"}, Header: http.Header{"Ab": {"c\nd"}}},
		{URL: &url.URL{Scheme: "http", Host: "x"}, Header: http.Header{}, Trailer: http.Header{"a b": {"c"}}},
	} {
		cc.Reserve()
		_, err := cc.RoundTrip(r)
		fmt.Println(err, cc.Available())
	}

	// The hook.
	calls := make(chan string, 10)
	cc.SetStateHook(func(cc *http.ClientConn) {
		calls <- fmt.Sprint("hook: ", cc.Available(), cc.InFlight(), cc.Err() != nil)
	})
	resp = get(cc, "/hook")
	read(resp)
	fmt.Println(<-calls)
	resp = get(cc, "/close")
	read(resp)
	fmt.Println(<-calls)
	wait(func() bool { return cc.Err() != nil })
	fmt.Println("after close:", cc.Available(), cc.InFlight(), cc.Err() != nil)
	fmt.Println(cc.Reserve() != nil)
	_, err = cc.RoundTrip(req)
	fmt.Println(err != nil)
	fmt.Println(cc.Close(), cc.Close())

	// Closing.
	cc, _ = t.NewClientConn(ctx, "http", addr)
	fmt.Println(cc.Close())
	state("closed", cc)
	fmt.Println("reserve:", cc.Reserve())
	get(cc, "/e")

	// Closing while a request is under way.
	cc, _ = t.NewClientConn(ctx, "http", addr)
	done := make(chan bool)
	go func() {
		req, _ := http.NewRequest("GET", "http://x/hold", nil)
		_, err := cc.RoundTrip(req)
		fmt.Println("closed while held:", err != nil)
		done <- true
	}()
	wait(func() bool { return cc.InFlight() == 1 })
	cc.Close()
	<-done
	state("closed under way", cc)
	close(hold)

	// The server goes away.
	cc, _ = t.NewClientConn(ctx, "http", addr)
	cc.SetStateHook(func(cc *http.ClientConn) { calls <- fmt.Sprint("gone: ", cc.Err() != nil) })
	read(get(cc, "/last"))
	fmt.Println(<-calls)
	ts.CloseClientConnections()
	fmt.Println(<-calls)
	fmt.Println(cc.Available(), cc.Err())

	_, err = t.NewClientConn(ctx, "ftp", addr)
	fmt.Println(err)
	_, err = t.NewClientConn(ctx, "http", "nowhere")
	fmt.Println(err)
	failing := &http.Transport{Proxy: func(r *http.Request) (*url.URL, error) {
		fmt.Println("proxy for", r.Method, r.URL)
		return nil, errors.New("no proxy today")
	}}
	_, err = failing.NewClientConn(ctx, "http", "example.com:")
	fmt.Println(err)

	// TLS.
	secure := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "secret ", r.TLS != nil)
	}))
	defer secure.Close()
	cc, err = secure.Client().Transport.(*http.Transport).NewClientConn(ctx, "https", secure.Listener.Addr().String())
	if err != nil {
		fmt.Println(err)
		return
	}
	read(get(cc, "/s"))
	cc.Close()
}

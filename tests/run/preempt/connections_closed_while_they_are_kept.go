// flags: --preempt=7
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// CloseIdleConnections and the timer both say that the connection has gone: more than MaxConnsPerHost afterwards.
func main() {
	var open, most atomic.Int64
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := open.Add(1)
		for {
			m := most.Load()
			if n <= m || most.CompareAndSwap(m, n) {
				break
			}
		}
		time.Sleep(20 * time.Millisecond)
		open.Add(-1)
		io.WriteString(w, "x")
	}))
	var d net.Dialer
	tr := &http.Transport{MaxConnsPerHost: 1, IdleConnTimeout: 10 * time.Millisecond, DialContext: func(ctx context.Context, n, a string) (net.Conn, error) {
		return d.DialContext(ctx, n, a)
	}}
	c := &http.Client{Transport: tr}
	get := func() {
		resp, err := c.Get(ts.URL)
		if err != nil {
			fmt.Println(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	for range 3 {
		get()
		tr.CloseIdleConnections()
		time.Sleep(20 * time.Millisecond)
	}
	most.Store(0)
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() { defer wg.Done(); get() }()
	}
	wg.Wait()
	if most.Load() != 1 {
		fmt.Println("FAIL: at once", most.Load())
		os.Exit(1)
	}
	fmt.Println("ok")
}

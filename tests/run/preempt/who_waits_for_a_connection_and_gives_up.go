// flags: --preempt=7
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"time"
)

// A holds the only connection, B waits and is cancelled, C waits. When A is done, C must go on.
func main() {
	hold := make(chan bool)
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/a" {
			<-hold
		}
		io.WriteString(w, "x")
	}))
	c := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}
	get := func(ctx context.Context, path string) error {
		req, _ := http.NewRequestWithContext(ctx, "GET", ts.URL+path, nil)
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		io.Copy(io.Discard, resp.Body)
		return resp.Body.Close()
	}
	go get(context.Background(), "/a")
	time.Sleep(50 * time.Millisecond)
	ctx, cancel := context.WithCancel(context.Background())
	b := make(chan error)
	go func() { b <- get(ctx, "/b") }()
	time.Sleep(50 * time.Millisecond)
	cc := make(chan error, 1)
	go func() { cc <- get(context.Background(), "/c") }()
	time.Sleep(50 * time.Millisecond)
	cancel()
	fmt.Println(<-b != nil)
	close(hold)
	select {
	case err := <-cc:
		fmt.Println("ok", err)
	case <-time.After(3 * time.Second):
		fmt.Println("FAIL: C waits for ever")
		os.Exit(1)
	}
}

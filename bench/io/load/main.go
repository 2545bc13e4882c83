// load puts load on a server on this machine, and says how it went, as JSON.
//
//	load echo ADDRESS CLIENTS SECONDS       each client sends 64 bytes and waits for them, again and again
//	load requests ADDRESS CLIENTS REQUESTS  a connection a request, so many at once: connect, send, read to the end
//	load idle ADDRESS CONNECTIONS SECONDS   opens connections, has one byte echoed on each, and keeps them
//	load hostile ADDRESS CLIENTS SECONDS    clients that reset, half-close or never read, over and over
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type result struct {
	Requests int64   `json:"requests"`
	Failed   int64   `json:"failed"`
	Reset    int64   `json:"reset"`
	Seconds  float64 `json:"seconds"`
	P50      float64 `json:"p50_ms"`
	P99      float64 `json:"p99_ms"`
	Max      float64 `json:"max_ms"`
	Error    string  `json:"error,omitempty"`
}

func fatal(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func dial(address string) (*net.TCPConn, error) {
	c, err := net.DialTimeout("tcp", address, 10*time.Second)
	if err != nil {
		return nil, err
	}
	return c.(*net.TCPConn), nil
}

type tally struct {
	requests, failed, reset atomic.Int64
	mu                      sync.Mutex
	times                   []time.Duration
	first                   error
}

func (t *tally) fail(err error) {
	t.failed.Add(1)
	if strings.Contains(err.Error(), "reset") {
		t.reset.Add(1)
	}
	t.mu.Lock()
	if t.first == nil {
		t.first = err
	}
	t.mu.Unlock()
}

func (t *tally) add(times []time.Duration) {
	t.mu.Lock()
	t.times = append(t.times, times...)
	t.mu.Unlock()
}

func echo(t *tally, address string, until time.Time, start <-chan struct{}) {
	c, err := dial(address)
	if err != nil {
		t.fail(err)
		return
	}
	defer c.Close()
	msg, buf := make([]byte, 64), make([]byte, 64)
	var times []time.Duration
	<-start
	for now := time.Now(); now.Before(until); {
		_, err := c.Write(msg)
		if err == nil {
			_, err = io.ReadFull(c, buf)
		}
		if err != nil {
			t.fail(err)
			break
		}
		next := time.Now()
		times = append(times, next.Sub(now))
		now = next
		t.requests.Add(1)
	}
	t.add(times)
}

func request(address string) error {
	c, err := dial(address)
	if err != nil {
		return err
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(10 * time.Second))
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: load\r\n\r\n"); err != nil {
		return err
	}
	reply, err := io.ReadAll(c)
	if err == nil && !strings.HasPrefix(string(reply), "HTTP/1.1 200 OK\r\n") {
		err = fmt.Errorf("unexpected reply %.60q", reply)
	}
	return err
}

// hostile is one visit of a peer that misbehaves.
func hostile(address string, kind int) {
	c, err := dial(address)
	if err != nil {
		return
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(500 * time.Millisecond))
	switch kind % 3 {
	case 0: // resets in the middle of a reply
		c.Write(make([]byte, 512))
		c.SetLinger(0)
	case 1: // closes its half, and reads the rest
		c.Write([]byte("half"))
		c.CloseWrite()
		io.Copy(io.Discard, c)
	case 2: // writes and never reads
		for {
			if _, err := c.Write(make([]byte, 16<<10)); err != nil {
				return
			}
		}
	}
}

func main() {
	if len(os.Args) != 5 {
		fatal(fmt.Errorf("usage: load echo|requests|idle|hostile ADDRESS N M"))
	}
	address := os.Args[2]
	host, _, err := net.SplitHostPort(address)
	fatal(err)
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		fatal(fmt.Errorf("%s is not an address of this machine only", host))
	}
	n, err := strconv.Atoi(os.Args[3])
	fatal(err)
	m, err := strconv.Atoi(os.Args[4])
	fatal(err)
	var t tally
	var wg sync.WaitGroup
	begin := time.Now()
	switch os.Args[1] {
	case "echo":
		until := begin.Add(time.Duration(m) * time.Second)
		start := make(chan struct{})
		for range n {
			wg.Go(func() { echo(&t, address, until, start) })
		}
		close(start)
		wg.Wait()
	case "requests":
		var left atomic.Int64
		left.Store(int64(m))
		for range n {
			wg.Go(func() {
				var times []time.Duration
				for left.Add(-1) >= 0 {
					at := time.Now()
					if err := request(address); err != nil {
						t.fail(err)
					}
					t.requests.Add(1)
					times = append(times, time.Since(at))
				}
				t.add(times)
			})
		}
		wg.Wait()
	case "idle":
		conns := make([]net.Conn, 0, n)
		for range n {
			c, err := dial(address)
			fatal(err)
			var b [1]byte
			_, err = c.Write(b[:])
			fatal(err)
			_, err = io.ReadFull(c, b[:])
			fatal(err)
			conns = append(conns, c)
		}
		t.requests.Store(int64(len(conns)))
		fmt.Println("open")
		time.Sleep(time.Duration(m) * time.Second)
	case "hostile":
		until := begin.Add(time.Duration(m) * time.Second)
		for i := range n {
			wg.Go(func() {
				for k := i; time.Now().Before(until); k++ {
					hostile(address, k)
					t.requests.Add(1)
				}
			})
		}
		wg.Wait()
	}
	r := result{Requests: t.requests.Load(), Failed: t.failed.Load(), Reset: t.reset.Load(), Seconds: time.Since(begin).Seconds()}
	if len(t.times) > 0 {
		slices.Sort(t.times)
		ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
		r.P50, r.P99, r.Max = ms(t.times[len(t.times)/2]), ms(t.times[len(t.times)*99/100]), ms(t.times[len(t.times)-1])
	}
	if t.first != nil {
		r.Error = t.first.Error()
	}
	fatal(json.NewEncoder(os.Stdout).Encode(r))
}

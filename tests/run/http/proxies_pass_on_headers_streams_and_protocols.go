package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/http/httputil"
	"net/textproto"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
	"maps"
)

type logw struct{ ch chan string }

func (l logw) Write(p []byte) (int, error) { l.ch <- strings.TrimSpace(string(p)); return len(p), nil }

func show(h http.Header, keys ...string) {
	for _, k := range keys {
		fmt.Printf("  %s=%q", k, h[k])
	}
	fmt.Println()
}

func all(h http.Header) {
	for _, k := range slices.Sorted(maps.Keys(h)) {
		if k == "Date" || k == "X-Forwarded-Host" {
			continue
		}
		fmt.Printf("  %s: %q\n", k, h[k])
	}
}

func main() {
	logs := logw{make(chan string, 100)}
	elog := log.New(logs, "", 0)
	var seen chan http.Header = make(chan http.Header, 10)
	backend := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/head":
			seen <- r.Header
			w.Header().Set("Connection", "X-Hop, close")
			w.Header().Set("X-Hop", "1")
			w.Header().Set("Keep-Alive", "timeout=3")
			w.Header().Set("Proxy-Authenticate", "x")
			w.Header().Set("X-End", "2")
			w.Header().Add("Set-Cookie", "a=b")
			w.Header().Add("Set-Cookie", "c=d")
			w.WriteHeader(203)
			io.WriteString(w, "ok")
		case "/trailer":
			w.Header().Set("Trailer", "X-T, X-U")
			io.WriteString(w, "body")
			w.Header().Set("X-T", "t")
			w.Header().Set("X-U", "u")
			w.Header().Set(http.TrailerPrefix+"X-Late", "late")
		case "/abort":
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "part")
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		case "/up":
			if r.Header.Get("Upgrade") == "wrong" {
				w.Header().Set("Connection", "upgrade")
				w.Header().Set("Upgrade", "other")
				w.WriteHeader(101)
				return
			}
			c, brw, err := w.(http.Hijacker).Hijack()
			if err != nil {
				fmt.Println(err)
				return
			}
			defer c.Close()
			fmt.Fprintf(brw, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: %s\r\nX-Extra: e\r\n\r\n", r.Header.Get("Upgrade"))
			brw.Flush()
			for {
				l, err := brw.ReadString('\n')
				if err != nil {
					fmt.Fprintf(c, "bye")
					return
				}
				fmt.Fprintf(c, "<%s>\n", strings.TrimSpace(l))
			}
		case "/early":
			w.Header().Set("Link", "</a>; rel=preload")
			w.WriteHeader(http.StatusEarlyHints)
			w.Header().Set("Link", "</b>")
			w.WriteHeader(http.StatusProcessing)
			w.Header().Del("Link")
			b, _ := io.ReadAll(r.Body)
			fmt.Fprintf(w, "got %q", b)
		case "/sse":
			w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
			w.Header().Set("Content-Length", "20")
			io.WriteString(w, "data: 1\n\n!")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
			logs.ch <- "backend: client gone"
		default:
			fmt.Fprintf(w, "%s %s %s %q", r.Method, r.URL.Path, r.URL.EscapedPath(), r.URL.RawQuery)
		}
	}))
	defer backend.Close()
	target, _ := url.Parse(backend.URL + "/?x=1")
	p := httputil.NewSingleHostReverseProxy(target)
	p.ErrorLog = elog
	front := httptest.NewServer(p)
	front.Config.ErrorLog = elog
	defer front.Close()
	c := front.Client()
	do := func(method, url string, body io.Reader, h http.Header) *http.Response {
		r, err := http.NewRequest(method, url, body)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		maps.Copy(r.Header, h)
		resp, err := c.Do(r)
		if err != nil {
			fmt.Println("error:", strings.ReplaceAll(strings.ReplaceAll(err.Error(), front.URL, "FRONT"), backend.URL, "BACK"))
			return nil
		}
		return resp
	}
	text := func(r *http.Response) string {
		if r == nil {
			return "-"
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		return fmt.Sprintf("%d %q %v", r.StatusCode, b, err)
	}
	fmt.Println("== headers")
	r := do("GET", front.URL+"/head", nil, http.Header{"Connection": {"X-Gone"}, "X-Gone": {"1"}, "X-Stay": {"2"}, "Te": {"trailers, deflate"}, "X-Forwarded-For": {"1.1.1.1", "2.2.2.2"}, "X-Forwarded-Proto": {"ftp"}, "Proxy-Authorization": {"a"}})
	all(<-seen)
	all(r.Header)
	fmt.Println(r.StatusCode, r.Close)
	fmt.Println(text(r))
	fmt.Println("== trailers")
	r = do("GET", front.URL+"/trailer", nil, nil)
	fmt.Println(len(r.Trailer), r.TransferEncoding, r.ContentLength)
	fmt.Println(text(r))
	all(r.Trailer)
	fmt.Println("== abort")
	c.CloseIdleConnections()
	fmt.Println(text(do("GET", front.URL+"/abort", nil, nil)))
	fmt.Println(<-logs.ch)
	fmt.Println("== paths")
	for _, s := range []string{"/a%2Fb/c", "/a b", "/q?a=1;b=2", "/q?a=%zz", "/q?;=1&b", "/", "", "//x"} {
		fmt.Println(text(do("GET", front.URL+s, nil, nil)))
	}
	fmt.Println("== upgrade")
	r = do("GET", front.URL+"/up", nil, http.Header{"Connection": {"keep-alive, Upgrade"}, "Upgrade": {"echo"}})
	fmt.Println(r.StatusCode, r.Status)
	show(r.Header, "Connection", "Upgrade", "X-Extra")
	rw := r.Body.(io.ReadWriteCloser)
	br := bufio.NewReader(rw)
	for _, l := range []string{"one", "two"} {
		fmt.Fprintln(rw, l)
		fmt.Println(br.ReadString('\n'))
	}
	cw, ok := rw.(interface{ CloseWrite() error })
	fmt.Println(ok)
	if ok {
		fmt.Println(cw.CloseWrite())
		b, err := io.ReadAll(br)
		fmt.Printf("%q %v\n", b, err)
	}
	rw.Close()
	fmt.Println(text(do("GET", front.URL+"/up", nil, http.Header{"Connection": {"Upgrade"}, "Upgrade": {"wrong"}})))
	fmt.Println(<-logs.ch)
	fmt.Println(text(do("GET", front.URL+"/up", nil, http.Header{"Connection": {"Upgrade"}, "Upgrade": {"caf\xc3\xa9"}})))
	fmt.Println(<-logs.ch)
	fmt.Println(text(do("GET", front.URL+"/x", nil, http.Header{"Connection": {"Upgrade"}, "Upgrade": {"notgiven"}})))
	fmt.Println("== early")
	ctx := httptrace.WithClientTrace(context.Background(), &httptrace.ClientTrace{Got1xxResponse: func(code int, h textproto.MIMEHeader) error {
		fmt.Println(code, h)
		return nil
	}})
	rq, _ := http.NewRequestWithContext(ctx, "POST", front.URL+"/early", strings.NewReader("hello"))
	resp, err := c.Do(rq)
	fmt.Println(err)
	fmt.Println(text(resp), resp.Header["Link"])
	fmt.Println("== event stream")
	r = do("GET", front.URL+"/sse", nil, nil)
	b := make([]byte, 10)
	n, err := io.ReadFull(r.Body, b)
	fmt.Printf("%q %v\n", b[:n], err)
	r.Body.Close()
	fmt.Println(<-logs.ch)
	fmt.Println("== rewrite")
	rp := &httputil.ReverseProxy{
		Rewrite: func(pr *httputil.ProxyRequest) {
			pr.SetURL(target)
			if pr.In.URL.Path == "/head" {
				pr.Out.Header["X-Forwarded-For"] = pr.In.Header["X-Forwarded-For"]
				pr.SetXForwarded()
			}
			if pr.In.URL.Path == "/connect" {
				pr.Out.Method = "CONNECT"
			}
		},
		ModifyResponse: func(r *http.Response) error {
			if r.Request.URL.Path == "/bad" {
				return errors.New("bad response")
			}
			r.Header.Set("X-Modified", "yes")
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, r *http.Request, err error) {
			w.WriteHeader(599)
			fmt.Fprintf(w, "handled: %v", err)
		},
		ErrorLog: elog,
	}
	front.Config.Handler = rp
	r = do("GET", front.URL+"/head", nil, http.Header{"X-Forwarded-For": {"1.1.1.1"}, "X-Forwarded-Proto": {"ftp"}, "Forwarded": {"for=1"}, "User-Agent": {""}})
	all(<-seen)
	fmt.Println(r.Header["X-Modified"])
	fmt.Println(text(r))
	fmt.Println(text(do("GET", front.URL+"/bad", nil, nil)))
	fmt.Println(text(do("GET", front.URL+"/connect", nil, nil)))
	fmt.Println(text(do("PUT", front.URL+"/put?a=1;b=2&c=3&d=%z", strings.NewReader("x"), nil)))
	rp.Director = func(*http.Request) {}
	fmt.Println(text(do("GET", front.URL+"/both", nil, nil)))
	rp.Director = nil
	rp.Transport = &http.Transport{Dial: func(string, string) (net.Conn, error) { return nil, errors.New("no way") }}
	fmt.Println(text(do("GET", front.URL+"/down", nil, nil)))
	rp.ErrorHandler = nil
	fmt.Println(text(do("GET", front.URL+"/down", nil, nil)))
	fmt.Println(<-logs.ch)
	rec := httptest.NewRecorder()
	rp.Transport = nil
	rp.ServeHTTP(rec, httptest.NewRequest("GET", "/rec", nil))
	fmt.Println(rec.Code, rec.Body.String())
	rec = httptest.NewRecorder()
	rp.ServeHTTP(rec, httptest.NewRequest("GET", "/abort", nil))
	fmt.Println(rec.Code, rec.Body.String())
	fmt.Println(<-logs.ch)
	fmt.Println(<-logs.ch)
	rq = httptest.NewRequest("GET", "/up", nil)
	rq.Header.Set("Connection", "upgrade")
	rq.Header.Set("Upgrade", "echo")
	rec = httptest.NewRecorder()
	rp.ServeHTTP(rec, rq)
	fmt.Println(rec.Code, rec.Body.String())
	fmt.Println(<-logs.ch)
	_ = time.Now
}

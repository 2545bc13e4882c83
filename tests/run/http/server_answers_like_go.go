package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"log"
	"sort"
	"strings"
	"time"
)

func raw(addr, text string) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	io.WriteString(c, strings.ReplaceAll(text, "\n", "\r\n"))
	c.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
	b, err := io.ReadAll(c)
	var ne net.Error
	if errors.As(err, &ne) && ne.Timeout() {
		err = errors.New("still open")
	}
	for _, line := range strings.SplitAfter(string(b), "\n") {
		if strings.HasPrefix(line, "Date: ") {
			line = "Date: D\r\n"
		}
		if len(line) > 120 {
			line = fmt.Sprint(line[:20], "...", len(line))
		}
		fmt.Printf("  %q\n", line)
	}
	fmt.Println("  end:", err)
}

func main() {
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "hello %s", r.URL.Query().Get("name")) })
	mux.HandleFunc("/html", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<html><body>x</body></html>") })
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%q %v %d %v %v", b, err, r.ContentLength, r.TransferEncoding, r.Trailer)
	})
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("/none", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(204)
		_, err := w.Write([]byte("x"))
		fmt.Println("  write:", err)
	})
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) {
		for i := range 3 {
			fmt.Fprint(w, strings.Repeat(fmt.Sprint(i), 1500))
		}
	})
	mux.HandleFunc("/flush", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/x")
		w.Header().Set("Trailer", "X-After")
		fmt.Fprint(w, "one")
		w.(http.Flusher).Flush()
		fmt.Fprint(w, "two")
		w.Header().Set("X-After", "late")
	})
	mux.HandleFunc("/length", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "5")
		n, err := fmt.Fprint(w, "12345")
		fmt.Println("  write:", n, err)
		n, err = fmt.Fprint(w, "6")
		fmt.Println("  write:", n, err)
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "5")
		fmt.Fprint(w, "123")
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("x-b", "1")
		h.Add("X-B", "2\r\nEvil: yes")
		h["X-a"] = []string{"lower"}
		h.Set("Date", "now")
		http.SetCookie(w, &http.Cookie{Name: "c", Value: "v w", Path: "/", HttpOnly: true, MaxAge: 10})
		w.WriteHeader(201)
		w.WriteHeader(500)
		var keys []string
		for k, v := range r.Header {
			keys = append(keys, fmt.Sprintf("%s=%q", k, v))
		}
		sort.Strings(keys)
		fmt.Fprintln(w, r.Method, r.Host, r.Proto, r.RequestURI, r.UserAgent(), r.Referer(), keys)
		for _, c := range r.Cookies() {
			fmt.Fprintf(w, "%s=%q\n", c.Name, c.Value)
		}
		u, p, ok := r.BasicAuth()
		fmt.Fprintln(w, u, p, ok)
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/error", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no <b>", 418) })
	mux.HandleFunc("/redirect", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/hello?name=<r>", 302) })
	mux.HandleFunc("/a/b/rel", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "../x?y=1", 303) })
	mux.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.FormValue("a"), r.PostFormValue("a"), r.FormValue("b"), r.Form, r.PostForm)
	})
	mux.HandleFunc("/limit", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 5))
		fmt.Fprintf(w, "%q %v", b, err)
	})
	mux.HandleFunc("/hijack", func(w http.ResponseWriter, r *http.Request) {
		c, rw, err := w.(http.Hijacker).Hijack()
		if err != nil {
			fmt.Println(err)
		}
		fmt.Fprint(rw, "raw bytes")
		rw.Flush()
		c.Close()
	})
	mux.HandleFunc("/early", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Link", "x")
		w.WriteHeader(103)
		w.Header().Del("Link")
		fmt.Fprint(w, "done")
	})
	mux.Handle("/strip/", http.StripPrefix("/strip", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) })))
	s := httptest.NewServer(mux)
	addr := s.Listener.Addr().String()
	for _, text := range []string{
		"GET /hello?name=x HTTP/1.1\nHost: h\n\nGET /hello?name=y HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /hello HTTP/1.0\n\n",
		"GET /hello HTTP/1.0\nConnection: keep-alive\n\n",
		"HEAD /hello HTTP/1.1\nHost: h\nConnection: close\n\n",
		"HEAD /big HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /html HTTP/1.1\nHost: h\nConnection: close\n\n",
		"POST /echo HTTP/1.1\nHost: h\nContent-Length: 3\nConnection: close\n\nabc",
		"POST /echo HTTP/1.1\nHost: h\nTransfer-Encoding: chunked\nTrailer: X-T\nConnection: close\n\n3\nabc\n2;x=y\nde\n0\nX-T: t\n\n",
		"POST /echo HTTP/1.1\nHost: h\nContent-Length: 3\nExpect: 100-continue\nConnection: close\n\nabc",
		"POST /hello HTTP/1.1\nHost: h\nContent-Length: 3\nExpect: 100-continue\n\nabc",
		"POST /hello HTTP/1.1\nHost: h\nContent-Length: 3\n\nabcGET /empty HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /empty HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /none HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /big HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /big HTTP/1.0\n\n",
		"GET /flush HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /length HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /short HTTP/1.1\nHost: h\n\n",
		"GET /headers HTTP/1.1\nHost: h:80\nuser-agent: me\nREFERER: r\nCookie: a=1; b=\"2\"; bad;c\nX-Many: 1\nX-Many: 2\nX-Fold: a\n b\nAuthorization: Basic dTpwOnE=\nConnection: close\n\n",
		"GET /error HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /redirect HTTP/1.1\nHost: h\nConnection: close\n\n",
		"POST /redirect HTTP/1.1\nHost: h\nContent-Length: 0\nConnection: close\n\n",
		"GET /a/b/rel HTTP/1.1\nHost: h\nConnection: close\n\n",
		"POST /form?a=q&b=2 HTTP/1.1\nHost: h\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\nContent-Length: 9\nConnection: close\n\na=p&c=%20",
		"POST /limit HTTP/1.1\nHost: h\nContent-Length: 9\n\n123456789",
		"GET /hijack HTTP/1.1\nHost: h\n\n",
		"GET /early HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /strip/a/b HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /panic HTTP/1.1\nHost: h\n\n",
		"GET /missing HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /echo HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET //hello HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET /strip?q=1 HTTP/1.1\nHost: h\nConnection: close\n\n",
		"OPTIONS * HTTP/1.1\nHost: h\nConnection: close\n\n",
		"GET http://other/hello HTTP/1.1\nHost: h\nConnection: close\n\n",
		// mistakes
		"GET /hello HTTP/1.1\n\n", "GET /hello\n\n", "GET /hello HTTP/3.1\nHost: h\n\n", "GET /hello HTTP/x\nHost: h\n\n", "G@T /hello HTTP/1.1\nHost: h\n\n", "GET hello HTTP/1.1\nHost: h\n\n",
		"GET /%zz HTTP/1.1\nHost: h\n\n", "GET /hello HTTP/1.1\nHost: h\nHost: i\n\n", "GET /hello HTTP/1.1\nHost: h\nbad header: x\n\n", "GET /hello HTTP/1.1\nHost: h\nnocolon\n\n",
		"GET /hello HTTP/1.1\nHost: h\nContent-Length: x\n\n", "POST /echo HTTP/1.1\nHost: h\nContent-Length: 1\nContent-Length: 2\n\nab", "POST /echo HTTP/1.1\nHost: h\nTransfer-Encoding: gzip\n\n",
		"POST /echo HTTP/1.1\nHost: h\nTransfer-Encoding: chunked\n\nzz\n", "POST /echo HTTP/1.1\nHost: h\nContent-Length: 10\n\nabc", "GET /hello HTTP/1.1\nHost: h\nExpect: something\n\n",
		"GET /hello HTTP/1.1\nHost: h\nX: " + strings.Repeat("x", 1<<20+5000) + "\n\n",
	} {
		show := text
		if len(show) > 200 {
			show = show[:200]
		}
		fmt.Printf("%q\n", show)
		raw(addr, text)
	}
	s.Close()
}

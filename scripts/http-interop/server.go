// The server of scripts/http-interop: says where it is, and serves until standard input ends.
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sort"
	"strings"
	"time"
)

func main() {
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
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(l, mux)
	fmt.Println("http://" + l.Addr().String())
	io.Copy(io.Discard, os.Stdin)
}

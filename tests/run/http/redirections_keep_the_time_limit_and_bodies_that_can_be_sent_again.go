// A client with a time limit follows redirections; one that keeps the method needs a body that can be sent again. A
// response with a declared trailer is sent in chunks, however short.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/to", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/echo", 302) })
	mux.HandleFunc("/keep", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/echo", 307) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/wait", 302) })
	mux.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %q %v %d", r.Method, b, err, r.ContentLength)
	})
	mux.HandleFunc("/trailer", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Trailer", "X-Sum")
		io.WriteString(w, "body")
		w.Header().Set("X-Sum", "4")
	})
	mux.HandleFunc("/prefix", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(http.TrailerPrefix+"X-Late", "yes")
		io.WriteString(w, "body")
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	c := &http.Client{Timeout: time.Minute}
	show := func(r *http.Response, err error) {
		if err != nil {
			fmt.Println(strings.ReplaceAll(err.Error(), s.URL, "URL"))
			return
		}
		b, err := io.ReadAll(r.Body)
		r.Body.Close()
		r.Header.Del("Date")
		fmt.Println(r.Status, string(b), err, r.ContentLength, r.TransferEncoding, r.Header, r.Trailer)
	}
	show(c.Get(s.URL + "/to"))
	show(c.Get(s.URL + "/trailer"))
	show(c.Get(s.URL + "/prefix"))
	for _, body := range []io.Reader{strings.NewReader("abc"), bufio.NewReader(strings.NewReader("abc")), nil, http.NoBody} {
		r, _ := http.NewRequest("PUT", s.URL+"/keep", body)
		show(c.Do(r))
	}
	c.CheckRedirect = func(r *http.Request, via []*http.Request) error { return http.ErrUseLastResponse }
	show(c.Get(s.URL + "/keep"))
	c.CheckRedirect = func(r *http.Request, via []*http.Request) error { return errors.New("no further") }
	show(c.Get(s.URL + "/keep"))
	c.CheckRedirect = nil
	c.Timeout = 300 * time.Millisecond
	r, err := c.Get(s.URL + "/slow")
	fmt.Println(r == nil, strings.ReplaceAll(err.Error(), s.URL, "URL"), errors.Is(err, context.DeadlineExceeded))
}
